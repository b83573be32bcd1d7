// Colours of node labels and line styles of certainty: the words are those of the ontology.

const colours = {
  Person: "#f2994a", State: "#4f8cff", Organisation: "#9b6dff", Place: "#2bb8a3", Meeting: "#e5484d", Trip: "#f0648c",
  Attack: "#b5302f", Conflict: "#9c2f5b", Action: "#d9694f", Event: "#e2725b", Agreement: "#35a86b", Policy: "#d6409f",
  Office: "#c79a1e", Statement: "#7f8ba0", Source: "#a8a29e",
};

// A state is also a place and a meeting also an event: the first of these that a node has names its kind.
const kinds = ["State", "Meeting", "Trip", "Attack", "Conflict", "Action", "Event", "Person", "Organisation", "Office",
  "Agreement", "Policy", "Statement", "Source", "Place"];

export const certainties = [
  { name: "asserted", dash: [], alpha: 1 },
  { name: "reported", dash: [9, 3], alpha: 0.95 },
  { name: "planned", dash: [6, 4], alpha: 0.9 },
  { name: "proposed", dash: [4, 3], alpha: 0.9 },
  { name: "demanded", dash: [4, 3, 1, 3], alpha: 0.9 },
  { name: "denied", dash: [1.5, 3], alpha: 0.95, colour: "#e5484d" },
  { name: "analysis", dash: [2, 4], alpha: 0.7 },
  { name: "inferred", dash: [1, 4], alpha: 0.6 },
];

const styles = new Map(certainties.map(certainty => [certainty.name, certainty]));

export const kindOf = node => kinds.find(kind => node.labels.includes(kind)) ?? node.labels[0] ?? "Entity";

export const colourOf = kind => colours[kind] ?? "#8a94a6";

export const kindOrder = kind => (kinds.indexOf(kind) + kinds.length + 1) % (kinds.length + 1);

export const styleOf = edge => styles.get(edge.polarity ? edge.certainty : "denied") ?? certainties[0];

export const readableType = type => type.toLowerCase().replaceAll("_", " ");

// These read the same both ways.
export const symmetric = new Set(["ALLY_OF", "MET_WITH", "NEGOTIATES_WITH", "COOPERATES_WITH", "CLASHED_WITH", "AT_WAR_WITH"]);
