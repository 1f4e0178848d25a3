import type { Pack } from "./pack";

export const ISO_27001: Pack = {
  id: "iso-27001",
  title: "ISO/IEC 27001:2022, Annex A",
  source: "https://www.iso.org/standard/27001",
  requirements: [
    { id: "A.5.14", title: "Information is transferred by agreed ways alone", controls: ["A5", "A6", "A9", "F46"] },
    { id: "A.5.15", title: "Access follows rules, and the rules follow need", controls: ["E37", "E39", "E40"] },
    { id: "A.5.18", title: "Rights are given for a time, and taken back", controls: ["E40", "H62"] },
    {
      id: "A.5.23",
      title: "Cloud services are used where and how it was decided",
      controls: ["A1", "A2", "A3", "E43"],
    },
    { id: "A.5.28", title: "Evidence is collected so that it stands up", controls: ["D32", "F49"] },
    { id: "A.5.33", title: "Records are protected from loss and falsification", controls: ["D32", "D33", "G52"] },
    { id: "A.5.34", title: "Personal data is protected as the law demands", controls: ["A5", "B10", "F44"] },
    { id: "A.8.2", title: "Privileges are few, named and watched", controls: ["B17", "E41", "E42"] },
    { id: "A.8.3", title: "Information is reached by whom it is meant for", controls: ["B16", "C22", "C25"] },
    { id: "A.8.5", title: "Authentication is strong", controls: ["E40", "E41"] },
    { id: "A.8.9", title: "Configurations are defined, and deviations seen", controls: ["C24", "D30", "G51", "G55"] },
    {
      id: "A.8.10",
      title: "Information is deleted when it is no longer needed",
      controls: ["F45", "F47", "F48", "H65"],
    },
    { id: "A.8.12", title: "Data does not leak", controls: ["A5", "A7", "A8", "C20", "C25"] },
    { id: "A.8.13", title: "Data is backed up", controls: ["G52", "H63"] },
    {
      id: "A.8.15",
      title: "Events are logged, and the logs kept",
      controls: ["D27", "D28", "D29", "D30", "D34", "H57"],
    },
    { id: "A.8.16", title: "Anomalies are noticed", controls: ["D31", "D35", "D36"] },
    { id: "A.8.20", title: "Networks are secured", controls: ["C19", "C20", "C21"] },
    { id: "A.8.21", title: "Network services are admitted one by one", controls: ["C22", "C23"] },
    { id: "A.8.22", title: "Networks are kept apart", controls: ["A9", "C26"] },
    {
      id: "A.8.24",
      title: "Cryptography is used by rule, and keys are managed",
      controls: ["A4", "B10", "B11", "B12", "B13", "B14", "B15", "B18", "H59", "H60"],
    },
    { id: "A.8.32", title: "Changes are controlled", controls: ["G54", "G55"] },
  ],
};
