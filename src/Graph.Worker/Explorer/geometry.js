// Curves of edges and what lies under the pointer.

// An edge is a quadratic curve from rim to rim; a fact of something about itself is a loop above the node.
export function curve(edge) {
  const { source, target } = edge;
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy);
  if (source === target || length < 1) {
    const lift = source.radius * 4 + Math.abs(edge.bend) * 60;
    return { x0: source.x - source.radius * 0.7, y0: source.y - source.radius * 0.7, cx: source.x, cy: source.y - lift, x1: source.x + source.radius * 0.7, y1: source.y - source.radius * 0.7 };
  }

  const cx = (source.x + target.x) / 2 - dy * edge.bend;
  const cy = (source.y + target.y) / 2 + dx * edge.bend;
  const start = toward(source, cx, cy, source.radius);
  const end = toward(target, cx, cy, target.radius + 3);
  return { x0: start.x, y0: start.y, cx, cy, x1: end.x, y1: end.y };
}

export function pointOn({ x0, y0, cx, cy, x1, y1 }, t) {
  const s = 1 - t;
  return { x: s * s * x0 + 2 * s * t * cx + t * t * x1, y: s * s * y0 + 2 * s * t * cy + t * t * y1 };
}

export function nodeAt(nodes, x, y, slack) {
  let best = null;
  let bestDistance = Infinity;
  for (const node of nodes) {
    const distance = Math.hypot(node.x - x, node.y - y) - node.radius;
    if (distance <= slack && distance < bestDistance) {
      best = node;
      bestDistance = distance;
    }
  }

  return best;
}

export function edgeAt(edges, x, y, slack) {
  let best = null;
  let bestDistance = slack;
  for (const edge of edges) {
    const shape = curve(edge);
    if (isFar(shape, x, y, slack)) {
      continue;
    }

    for (let step = 1; step < 16; step++) {
      const point = pointOn(shape, step / 16);
      const next = pointOn(shape, (step + 1) / 16);
      const distance = segmentDistance(point, next, x, y);
      if (distance < bestDistance) {
        best = edge;
        bestDistance = distance;
      }
    }
  }

  return best;
}

function toward(node, x, y, distance) {
  const dx = x - node.x;
  const dy = y - node.y;
  const length = Math.hypot(dx, dy) || 1;
  return { x: node.x + dx / length * distance, y: node.y + dy / length * distance };
}

function isFar({ x0, y0, cx, cy, x1, y1 }, x, y, slack) {
  return x < Math.min(x0, cx, x1) - slack || x > Math.max(x0, cx, x1) + slack
    || y < Math.min(y0, cy, y1) - slack || y > Math.max(y0, cy, y1) + slack;
}

function segmentDistance(a, b, x, y) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
}
