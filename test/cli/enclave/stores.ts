import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { digestOf } from "../../../config/drain-evidence";
import { keyOf, type Item } from "../../../cli/enclave/items";

const $metadata = {};
const keyText = (item: Item) => digestOf(JSON.stringify(keyOf(item)));

interface Write {
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: Record<string, { S: string }>;
}

/** As much of a table as the drain asks of one: conditions of two forms, and transactions. */
export class MemoryTable {
  readonly items = new Map<string, Item>();
  /** Requests that are answered before the next one is lost, with whoever asked; none is lost by default. */
  survives = Number.POSITIVE_INFINITY;
  /** What happens before the nth transaction, e.g. that another run begins. */
  before: (nth: number) => void | Promise<void> = () => undefined;
  /** How many were asked for. */
  transactions = 0;

  readonly client: DynamoDBClient;

  constructor(items: readonly Item[] = []) {
    for (const item of items) this.put(item);
    this.client = new DynamoDBClient({ region: "eu-west-1" });
    this.client.send = (async ({ constructor, input }: { constructor: { name: string }; input: never }) => {
      if (this.survives-- <= 0) throw new Error("killed");
      return this.answer(constructor.name, input);
    }) as never;
  }

  get(item: Item): Item | undefined {
    return this.items.get(keyText(item));
  }

  put(item: Item): void {
    this.items.set(keyText(item), item);
  }

  delete(item: Item): void {
    this.items.delete(keyText(item));
  }

  /** Whose items are there, the drain's marks among them. */
  subjects(): readonly string[] {
    return [...this.items.values()].map(({ subject }) => subject!.S!).sort();
  }

  private async answer(command: string, input: Write & { readonly TransactItems: readonly TransactWriteItem[] }) {
    switch (command) {
      case "GetItemCommand":
        return { Item: this.get(input.Key!) };
      case "QueryCommand":
        return { Items: [...this.items.values()].filter(({ subject }) => subject!.S === "clover-drain") };
      case "PutItemCommand":
      case "DeleteItemCommand":
        if (!this.admits(input)) throw new ConditionalCheckFailedException({ message: "no", $metadata });
        return this.write(input);
      case "TransactWriteItemsCommand":
        return this.transact(input.TransactItems);
    }
    throw new Error(`the table knows no ${command}`);
  }

  private async transact(operations: readonly TransactWriteItem[]) {
    await this.before(++this.transactions);
    const writes = operations.map((operation) => Object.values(operation)[0] as Write);
    const CancellationReasons = writes.map((write) => ({
      Code: this.admits(write) ? "None" : "ConditionalCheckFailed",
    }));
    if (CancellationReasons.some(({ Code }) => Code !== "None")) {
      throw new TransactionCanceledException({ message: "no", $metadata, CancellationReasons });
    }
    operations.forEach((operation, index) => operation.ConditionCheck ?? this.write(writes[index]!));
    return {};
  }

  private admits({ Item, Key, ConditionExpression, ExpressionAttributeValues }: Write): boolean {
    const there = this.get((Item ?? Key)!);
    if (ConditionExpression === undefined) return true;
    if (ConditionExpression === "attribute_not_exists(subject)") return there === undefined;
    if (ConditionExpression === "#run = :run") return there?.["run"]?.S === ExpressionAttributeValues![":run"]!.S;
    throw new Error(`the table knows no condition ${ConditionExpression}`);
  }

  private write({ Item, Key }: Write) {
    if (Item) this.put(Item);
    else this.delete(Key!);
    return {};
  }
}

/** A bucket of texts. */
export class MemoryTexts {
  readonly objects = new Map<string, string>();
  /** Whether what is read was replicated there. */
  replicas = false;
  survives = Number.POSITIVE_INFINITY;
  readonly client: S3Client;

  constructor() {
    this.client = new S3Client({ region: "eu-west-1" });
    this.client.send = (async ({ constructor, input }: { constructor: { name: string }; input: Asked }) => {
      if (this.survives-- <= 0) throw new Error("killed");
      if (constructor.name === "PutObjectCommand") this.objects.set(input.Key!, input.Body!);
      if (constructor.name === "ListObjectsV2Command") {
        const keys = [...this.objects.keys()].filter((key) => key.startsWith(input.Prefix!));
        return { Contents: keys.map((Key) => ({ Key })) };
      }
      const text = this.objects.get(input.Key!);
      if (text === undefined) throw new NoSuchKey({ message: "none", $metadata });
      const replication = this.replicas ? { ReplicationStatus: "REPLICA" } : {};
      return { Body: { transformToString: async () => text }, ...replication };
    }) as never;
  }
}

interface Asked {
  readonly Key?: string;
  readonly Prefix?: string;
  readonly Body?: string;
}
