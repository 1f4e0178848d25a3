import { Command } from "commander";
import { filesOf, wantedReports } from "../../cli/wanted-reports";

function wanted(line: string, isEither?: boolean) {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  const reports = wantedReports(command, ["text", "json"], isEither);
  command.parse(line.split(" ").filter(Boolean), { from: "user" });
  return reports().map(({ format, file = "-" }) => `${format} ${file}`);
}

describe("the reports that a command line wants", () => {
  it.each([
    ["", ["text -"]],
    ["--format json", ["json -"]],
    ["--out a", ["text a"]],
    ["--format json --out a", ["json a"]],
    ["--format json --out a --format text --out b", ["json a", "text b"]],
    ["--format json --format text --out b", ["json -", "text b"]],
    ["--format json --out a --out b", ["json a", "text b"]],
  ])("are pairs: %s", (line, expected) => {
    expect([wanted(line), wanted(line, true)]).toEqual([expected, expected]);
  });

  it("are a text and a format of its own where a file stands first, or that format where either may stand first", () => {
    expect(wanted("--out a --format json")).toEqual(["text a", "json -"]);
    expect(wanted("--out a --format json", true)).toEqual(["json a"]);
  });

  it("are of the forms that there are", () => {
    expect(() => wanted("--format toString")).toThrow("It must be one of text, json.");
  });

  it.each([
    [
      "two go to standard output",
      [{ format: "text" }, { format: "json" }],
      "Only one format can go to standard output",
    ],
    [
      "two go to one file",
      [
        { format: "text", file: "a" },
        { format: "json", file: "./a" },
      ],
      "./a: two formats go to",
    ],
  ])("fail when %s", (_why, reports, message) => expect(() => filesOf(reports)).toThrow(message));
});
