// Keys: the graph can be walked without a pointer.

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const shortcuts = { "+": view => view.zoom(1.25), "=": view => view.zoom(1.25), "-": view => view.zoom(0.8), 0: view => view.fit() };

export function listenToKeys(view, { search, choose, expand, clear }) {
  document.addEventListener("keydown", event => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && !isTyping) {
      clear();
    }
  });

  view.canvas.addEventListener("keydown", event => {
    const { selected, nodes } = view.scene;
    if (directions[event.key]) {
      event.preventDefault();
      const next = selected ? towards(nodes, selected, directions[event.key]) : nodes.toSorted((a, b) => b.facts - a.facts)[0];
      if (next) {
        choose(next);
        view.center(next);
      }
    } else if (event.key === "Enter" && selected) {
      expand(selected);
    } else {
      shortcuts[event.key]?.(view);
    }
  });
}

// The nearest node on that side; what lies straight ahead counts as nearer than what lies askew.
function towards(nodes, from, [dx, dy]) {
  let best = null;
  let bestCost = Infinity;
  for (const node of nodes) {
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const across = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    const cost = along + 2.2 * across;
    if (along > 1 && cost < bestCost) {
      best = node;
      bestCost = cost;
    }
  }

  return best;
}
