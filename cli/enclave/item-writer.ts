import { randomUUID } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  paginateQuery,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type DynamoDBClient,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { bounded } from "../../audit/bounded";
import { Failure } from "../failure";
import type { Fate, Imported } from "./drain-record";
import { itemDigest, keyDigest, keyOf, MARKS, type Item } from "./items";

/** How many marks are deleted at the same time. */
const AT_ONCE = 16;
/** Says which run writes: the one that began last. */
const RUN = { subject: { S: MARKS }, record: { S: "run" } };
const REFUSED = "ConditionalCheckFailed";

/**
 * Writes items into the target's table, each once and never again, however often it is stopped and begun anew.
 *
 * An item and the mark that it was written are one transaction, so that an item that somebody erases at home is known to
 * have been there. A second run takes over from the first, whose next write is refused: no run counts on marks that another
 * has deleted at its end.
 */
export class ItemWriter {
  private readonly run = randomUUID();

  constructor(
    private readonly client: DynamoDBClient,
    private readonly table: string,
  ) {}

  /** Takes over, and tells what the runs before have marked. */
  async begin(): Promise<Map<string, Imported>> {
    await this.client.send(new PutItemCommand({ TableName: this.table, Item: { ...RUN, run: { S: this.run } } }));
    const marks = (await this.marks()).filter(({ record }) => record!.S !== RUN.record.S);
    return new Map(marks.map(({ record, item, fate }) => [record!.S!, { item: item!.S!, fate: fate!.S as Fate }]));
  }

  /** Writes an item, or leaves what is there under its key: that is newer. */
  async write(item: Item): Promise<Fate> {
    const Put = { TableName: this.table, Item: item, ConditionExpression: "attribute_not_exists(subject)" };
    if (await this.transact({ Put }, this.mark(item, "written"))) return "written";
    await this.transact(this.mark(item, "found"));
    return "found";
  }

  /** Takes back what this import wrote and the enclave has erased meanwhile, and nothing that was changed at home since. */
  async withdraw(item: Item): Promise<Fate> {
    const Key = keyOf(item);
    const { Item } = await this.client.send(new GetItemCommand({ TableName: this.table, Key, ConsistentRead: true }));
    if (Item && itemDigest(Item) !== itemDigest(item)) return "written";
    await this.transact({ Delete: { TableName: this.table, Key } }, this.mark(item, "erased"));
    return "erased";
  }

  /** Deletes every mark, once what they say is written down elsewhere. */
  async end(): Promise<void> {
    const isOwn = { TableName: this.table, Key: RUN, ...this.isStillOurs() };
    await this.client.send(new DeleteItemCommand(isOwn)).catch((error: unknown) => {
      throw error instanceof ConditionalCheckFailedException ? takenOver() : error;
    });
    await bounded(await this.marks(), AT_ONCE, (mark) =>
      this.client.send(new DeleteItemCommand({ TableName: this.table, Key: keyOf(mark) })),
    );
  }

  private mark(item: Item, fate: Fate): TransactWriteItem {
    const about = { item: { S: itemDigest(item) }, fate: { S: fate } };
    return {
      Put: { TableName: this.table, Item: { subject: { S: MARKS }, record: { S: keyDigest(item) }, ...about } },
    };
  }

  private async marks(): Promise<readonly Item[]> {
    const marks: Item[] = [];
    const input = {
      TableName: this.table,
      ConsistentRead: true,
      KeyConditionExpression: "subject = :marks",
      ExpressionAttributeValues: { ":marks": RUN.subject },
    };
    for await (const { Items = [] } of paginateQuery({ client: this.client }, input)) marks.push(...Items);
    return marks;
  }

  /**
   * All of it, while this is the run that writes.
   *
   * @returns whether it was done: not where the first operation's own condition refuses it
   */
  private async transact(...operations: readonly TransactWriteItem[]): Promise<boolean> {
    const TransactItems = [
      { ConditionCheck: { TableName: this.table, Key: RUN, ...this.isStillOurs() } },
      ...operations,
    ];
    try {
      await this.client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const [ours, first] = error.CancellationReasons ?? [];
      if (ours?.Code === REFUSED) throw takenOver();
      if (first?.Code === REFUSED) return false;
      throw error;
    }
  }

  private isStillOurs() {
    return {
      ConditionExpression: "#run = :run",
      ExpressionAttributeNames: { "#run": "run" },
      ExpressionAttributeValues: { ":run": { S: this.run } },
    };
  }
}

function takenOver(): Failure {
  return new Failure("Another run of the drain has begun and goes on from here: let it end, and run this again.");
}
