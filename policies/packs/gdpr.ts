import type { Pack } from "./pack";

export const GDPR: Pack = {
  id: "gdpr",
  title: "General Data Protection Regulation, (EU) 2016/679",
  source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  requirements: [
    {
      id: "5(1)(e)",
      title: "Personal data is kept no longer than its purpose needs",
      controls: ["F44", "F45", "F48", "H65"],
    },
    {
      id: "5(1)(f)",
      title: "Personal data is protected from unauthorised processing and from loss",
      controls: ["B10", "C20", "E40", "G52"],
    },
    { id: "5(2)", title: "Compliance can be demonstrated", controls: ["D27", "D32", "D34", "G55"] },
    { id: "17", title: "Personal data is erased when a person has the right to it", controls: ["H65"] },
    { id: "25", title: "Protection is built in, and is the default", controls: ["C21", "C25", "G51"] },
    {
      id: "28(3)",
      title: "A processor acts on instructions, and deletes or returns the data in the end",
      controls: ["F46", "F47", "F48"],
    },
    {
      id: "32(1)(a)",
      title: "Personal data is encrypted",
      controls: ["B10", "B11", "B12", "B14", "B18", "H59", "H60"],
    },
    {
      id: "32(1)(b)",
      title: "Confidentiality, integrity and availability last",
      controls: ["B16", "B17", "C19", "C22", "C26", "E37", "E39", "H62"],
    },
    { id: "32(1)(c)", title: "Personal data can be restored", controls: ["G52", "H63"] },
    { id: "32(1)(d)", title: "Protection is tested regularly", controls: ["D35", "G55"] },
    { id: "32(4)", title: "People process personal data on instructions alone", controls: ["E40", "E41"] },
    { id: "33", title: "A breach is noticed and can be notified in time", controls: ["D31", "D33", "D35", "D36"] },
    {
      id: "44",
      title: "Personal data goes to third countries under the conditions of chapter V alone",
      controls: ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "E43", "F46", "F49"],
    },
    { id: "46", title: "A transfer has an appropriate safeguard, in force", controls: ["A5", "D34", "F44"] },
  ],
};
