// The part of the graph on screen: nodes and edges by id, what is filtered out, what is selected.

import { kindOf, styleOf } from "./vocabulary.js";

export class Model {
  constructor() {
    this.nodes = new Map();
    this.edges = new Map();
    this.hidden = { kinds: new Set(), types: new Set(), certainties: new Set() };
    this.from = "";
    this.to = "";
  }

  // Takes in an answer of the API, in place of or in addition to what is there.
  load(answer, { keep }) {
    if (!keep) {
      const former = this.nodes;
      this.nodes = new Map();
      this.edges = new Map();
      answer.nodes.forEach(node => this.addNode(former.get(node.id) ?? node));
    } else {
      answer.nodes.forEach(node => this.nodes.has(node.id) || this.addNode(node));
    }

    for (const edge of answer.edges) {
      const source = this.nodes.get(edge.from);
      const target = this.nodes.get(edge.to);
      if (source && target) {
        this.edges.set(edge.id, { ...edge, source, target, when: edge.date ?? edge.firstReported ?? "" });
      }
    }

    this.measure();
  }

  addNode(node) {
    node.kind = kindOf(node);
    this.nodes.set(node.id, node);
  }

  measure() {
    for (const node of this.nodes.values()) {
      node.facts = 0;
    }

    const pairs = new Map();
    for (const edge of this.edges.values()) {
      edge.source.facts++;
      edge.target.facts++;
      const key = edge.from < edge.to ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`;
      pairs.has(key) ? pairs.get(key).push(edge) : pairs.set(key, [edge]);
    }

    for (const node of this.nodes.values()) {
      node.radius = 6 + Math.min(20, 2.3 * Math.sqrt(node.facts));
    }

    // Edges between the same two spread into a fan; the bend counts from the smaller id so that both directions spread.
    for (const [, edges] of pairs) {
      edges.forEach((edge, index) => {
        const bend = (index - (edges.length - 1) / 2) * Math.min(0.22, 1.1 / edges.length);
        edge.bend = edge.from < edge.to ? bend : -bend;
      });
    }
  }

  isShown(edge) {
    const day = edge.when.slice(0, 10);
    return !this.hidden.types.has(edge.type) && !this.hidden.certainties.has(styleOf(edge).name)
      && !this.hidden.kinds.has(edge.source.kind) && !this.hidden.kinds.has(edge.target.kind)
      && (!this.from || (day && day >= this.from.slice(0, day.length))) && (!this.to || (day && day <= this.to));
  }

  // What passes the filters. A node whose every fact is filtered out goes too; one without facts stays.
  shown() {
    const edges = [...this.edges.values()].filter(edge => this.isShown(edge));
    const tied = new Set(edges.flatMap(edge => [edge.source, edge.target]));
    const nodes = [...this.nodes.values()].filter(node => !this.hidden.kinds.has(node.kind) && (tied.has(node) || node.facts === 0));
    return { nodes, edges };
  }

  neighbours(node, edges) {
    const near = new Set([node]);
    for (const edge of edges) {
      if (edge.source === node || edge.target === node) {
        near.add(edge.source).add(edge.target);
      }
    }

    return near;
  }
}
