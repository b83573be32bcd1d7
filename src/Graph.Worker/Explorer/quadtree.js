// Barnes and Hut's quadtree: far groups of nodes repel as one. Cells live in flat arrays, rebuilt for every step.

const tooClose = 1e-4;
const deepest = 40;

export class QuadTree {
  constructor(nodes) {
    const extent = bounds(nodes);
    this.children = [];
    this.mass = [];
    this.x = [];
    this.y = [];
    this.node = [];
    this.size = extent.size;
    this.root = this.cell();
    for (const node of nodes) {
      this.insert(node, extent);
    }

    this.summarise(this.root);
  }

  cell() {
    this.children.push(null);
    this.mass.push(0);
    this.x.push(0);
    this.y.push(0);
    this.node.push(null);
    return this.mass.length - 1;
  }

  insert(node, extent) {
    let { x, y, size } = extent;
    let cell = this.root;
    for (let depth = 0; depth < deepest; depth++) {
      if (this.children[cell] === null && this.node[cell] === null) {
        this.node[cell] = [node];
        return;
      }

      if (this.children[cell] === null) {
        this.split(cell, x, y, size);
      }

      size /= 2;
      const quadrant = (node.x >= x + size ? 1 : 0) + (node.y >= y + size ? 2 : 0);
      x += quadrant & 1 ? size : 0;
      y += quadrant & 2 ? size : 0;
      cell = this.children[cell][quadrant];
    }

    // Nodes in one place end up in one leaf.
    (this.node[cell] ??= []).push(node);
  }

  split(cell, x, y, size) {
    const [inside] = this.node[cell];
    const half = size / 2;
    this.children[cell] = [this.cell(), this.cell(), this.cell(), this.cell()];
    const quadrant = (inside.x >= x + half ? 1 : 0) + (inside.y >= y + half ? 2 : 0);
    this.node[this.children[cell][quadrant]] = this.node[cell];
    this.node[cell] = null;
  }

  summarise(cell) {
    const parts = this.children[cell]
      ? this.children[cell].map(child => (this.summarise(child), { mass: this.mass[child], x: this.x[child], y: this.y[child] }))
      : (this.node[cell] ?? []).map(node => ({ mass: node.charge, x: node.x, y: node.y }));
    for (const part of parts) {
      this.mass[cell] += part.mass;
      this.x[cell] += part.x * part.mass;
      this.y[cell] += part.y * part.mass;
    }

    if (this.mass[cell] > 0) {
      this.x[cell] /= this.mass[cell];
      this.y[cell] /= this.mass[cell];
    }
  }

  // Adds the push of all others to the node's speed; cells seen under a smaller angle than theta count as one.
  repel(node, strength, theta) {
    const stack = [[this.root, this.size]];
    while (stack.length > 0) {
      const [cell, size] = stack.pop();
      if (this.mass[cell] === 0) {
        continue;
      }

      const dx = this.x[cell] - node.x;
      const dy = this.y[cell] - node.y;
      const square = dx * dx + dy * dy;
      if (this.children[cell] && size * size > theta * theta * square) {
        for (const child of this.children[cell]) {
          stack.push([child, size / 2]);
        }
      } else if (square > tooClose) {
        const push = strength * this.mass[cell] / Math.max(square, 30);
        node.vx -= dx * push;
        node.vy -= dy * push;
      }
    }
  }
}

function bounds(nodes) {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const node of nodes) {
    left = Math.min(left, node.x);
    right = Math.max(right, node.x);
    top = Math.min(top, node.y);
    bottom = Math.max(bottom, node.y);
  }

  return { x: left, y: top, size: Math.max(right - left, bottom - top, 1) * 1.001 };
}
