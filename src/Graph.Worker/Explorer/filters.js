// The card on the left: what is shown. Counts are of what is loaded.

import { dot, element } from "./dom.js";
import { certainties, colourOf, kindOrder, readableType, styleOf } from "./vocabulary.js";

export class Filters {
  constructor(model, changed) {
    this.model = model;
    this.changed = changed;
    for (const [id, key] of [["from", "from"], ["to", "to"]]) {
      document.getElementById(id).addEventListener("change", event => {
        model[key] = event.target.value;
        changed();
      });
    }

    document.getElementById("all").addEventListener("click", () => this.setTypes(new Set()));
    document.getElementById("none").addEventListener("click", () => this.setTypes(new Set([...model.edges.values()].map(edge => edge.type))));
  }

  setTypes(hidden) {
    this.model.hidden.types = hidden;
    this.render();
    this.changed();
  }

  render() {
    const { model } = this;
    const nodes = [...model.nodes.values()];
    const edges = [...model.edges.values()];
    fill("labels", count(nodes, node => node.kind).sort(([a], [b]) => kindOrder(a) - kindOrder(b)).map(([kind, number]) =>
      this.toggle("chip", model.hidden.kinds, kind, dot(colourOf(kind)), kind, element("small", {}, String(number)))));
    const used = new Set(edges.map(edge => styleOf(edge).name));
    fill("certainties", certainties.filter(({ name }) => used.has(name)).map(certainty =>
      this.toggle("", model.hidden.certainties, certainty.name, sample(certainty), certainty.name)));
    fill("types", count(edges, edge => edge.type).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([type, number]) => this.check(type, number)));
    const days = edges.map(edge => edge.when.slice(0, 10)).filter(day => day.length === 10).sort();
    for (const id of ["from", "to"]) {
      document.getElementById(id).min = days[0] ?? "";
      document.getElementById(id).max = days.at(-1) ?? "";
    }
  }

  toggle(className, hidden, key, ...children) {
    return element("button", {
      type: "button", className, "aria-pressed": String(!hidden.has(key)),
      onclick: event => {
        flip(hidden, key);
        event.currentTarget.setAttribute("aria-pressed", String(!hidden.has(key)));
        this.changed();
      },
    }, ...children);
  }

  check(type, number) {
    const hidden = this.model.hidden.types;
    return element("label", { title: type },
      element("input", { type: "checkbox", checked: !hidden.has(type), onchange: () => { flip(hidden, type); this.changed(); } }),
      element("span", {}, readableType(type)), element("small", {}, String(number)));
  }
}

function fill(id, children) {
  document.getElementById(id).replaceChildren(...children);
}

function flip(set, key) {
  set.delete(key) || set.add(key);
}

function count(items, key) {
  const counts = new Map();
  for (const item of items) {
    counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  }

  return [...counts];
}

function sample({ dash, colour, alpha }) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "line");
  const attributes = { x1: 0, y1: 6, x2: 34, y2: 6, stroke: colour ?? "currentColor", "stroke-width": 1.8, "stroke-dasharray": dash.join(" "), opacity: alpha };
  Object.entries(attributes).forEach(([name, value]) => line.setAttribute(name, value));
  svg.setAttribute("width", 34);
  svg.setAttribute("height", 12);
  svg.setAttribute("aria-hidden", "true");
  svg.append(line);
  return svg;
}
