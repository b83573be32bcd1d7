// Force-directed layout: nodes repel each other, facts pull their ends together, everything drifts to the middle.
// It cools down and then costs nothing. Without randomness: the same graph always gives the same picture.

import { QuadTree } from "./quadtree.js";

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const coldest = 0.004;
const cooling = 0.985;
const friction = 0.62;
const springLength = 30;
const repulsion = 34;

export class Layout {
  constructor() {
    this.nodes = [];
    this.springs = [];
    this.heat = 0;
  }

  // Nodes that were there keep their place; others start next to one they are tied to, or on a spiral.
  set(nodes, edges) {
    this.nodes = nodes;
    const pairs = new Map();
    for (const edge of edges) {
      const key = edge.source.id < edge.target.id ? `${edge.source.id}\n${edge.target.id}` : `${edge.target.id}\n${edge.source.id}`;
      pairs.set(key, { source: edge.source, target: edge.target, weight: (pairs.get(key)?.weight ?? 0) + 1 });
    }

    this.springs = [...pairs.values()].filter(spring => spring.source !== spring.target);
    for (const node of nodes) {
      node.ties = 0;
      node.charge = 1;
    }

    for (const { source, target } of this.springs) {
      source.ties++;
      target.ties++;
    }

    this.place();
    this.warm(1);
  }

  place() {
    nextPlaces(this.springs);
    this.nodes.forEach((node, index) => {
      node.charge = 1 + Math.sqrt(node.ties) * 0.5;
      if (node.x === undefined) {
        const radius = 16 * Math.sqrt(index + 1);
        node.x = radius * Math.cos(index * goldenAngle);
        node.y = radius * Math.sin(index * goldenAngle);
      }

      node.vx = node.vy = 0;
    });
  }

  warm(heat) {
    this.heat = Math.max(this.heat, heat);
  }

  get isMoving() {
    return this.heat > coldest && this.nodes.length > 0;
  }

  step() {
    const tree = new QuadTree(this.nodes);
    for (const node of this.nodes) {
      tree.repel(node, repulsion * this.heat, 0.85);

      // Windows are wider than high, and what has no ties would otherwise drift far out.
      const gravity = node.ties === 0 ? 0.06 : 0.024;
      node.vx -= node.x * gravity * this.heat;
      node.vy -= node.y * 1.6 * gravity * this.heat;
    }

    this.pull();
    for (const node of this.nodes) {
      if (node.held) {
        node.vx = node.vy = 0;
        continue;
      }

      node.vx *= friction;
      node.vy *= friction;
      node.x += node.vx;
      node.y += node.vy;
    }

    this.heat *= cooling;
  }

  pull() {
    for (const { source, target, weight } of this.springs) {
      const dx = target.x + target.vx - source.x - source.vx || 0.01;
      const dy = target.y + target.vy - source.y - source.vy || 0.01;
      const distance = Math.hypot(dx, dy);
      const length = springLength + source.radius + target.radius;

      // A hub must not be torn about by its many ties: each pulls the less the more the lesser end has.
      const strength = Math.min(1, 0.55 + 0.1 * weight) / Math.min(source.ties, target.ties);
      const move = (distance - length) / distance * strength * this.heat;
      const share = source.ties / (source.ties + target.ties);
      target.vx -= dx * move * share;
      target.vy -= dy * move * share;
      source.vx += dx * move * (1 - share);
      source.vy += dy * move * (1 - share);
    }
  }
}

function nextPlaces(springs) {
  springs.forEach(({ source, target }, index) => {
    const [known, unknown] = source.x === undefined ? [target, source] : [source, target];
    if (known.x !== undefined && unknown.x === undefined) {
      unknown.x = known.x + 40 * Math.cos(index * goldenAngle);
      unknown.y = known.y + 40 * Math.sin(index * goldenAngle);
    }
  });
}
