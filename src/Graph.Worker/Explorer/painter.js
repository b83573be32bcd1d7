// Draws the graph on a canvas: edges first, nodes above them, names on top, the most important ones first.

import { curve, pointOn } from "./geometry.js";
import { colourOf, readableType, styleOf, symmetric } from "./vocabulary.js";

const longestName = 30;

export class Painter {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    this.ratio = ratio;
  }

  readTheme() {
    const style = getComputedStyle(document.documentElement);
    this.theme = Object.fromEntries(["ground", "ink", "soft", "accent"].map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
    this.isDark = document.documentElement.dataset.theme === "dark";
  }

  // scene: nodes, edges, near (set of nodes that stand out, or null), selected, hovered, selectedEdge, camera {x, y, scale}.
  draw(scene) {
    const { context, ratio } = this;
    const { camera } = scene;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    context.translate(camera.x, camera.y);
    context.scale(camera.scale, camera.scale);
    for (const edge of scene.edges) {
      this.edge(edge, scene);
    }

    for (const node of scene.nodes) {
      this.node(node, scene);
    }

    this.names(scene);
  }

  edge(edge, scene) {
    const { context } = this;
    const style = styleOf(edge);
    const isChosen = edge === scene.selectedEdge || edge === scene.hoveredEdge;
    const isNear = !scene.near || (scene.selected ? edge.source === scene.selected || edge.target === scene.selected : scene.near.has(edge.source) && scene.near.has(edge.target));
    const shape = curve(edge);
    context.globalAlpha = isChosen ? 1 : isNear ? style.alpha * (scene.near ? 0.85 : Math.max(0.22, Math.min(0.62, 14 / Math.sqrt(scene.edges.length)))) : 0.07;
    context.strokeStyle = context.fillStyle = isChosen ? this.theme.accent : style.colour ?? (scene.near && isNear ? colourOf(edge.source.kind) : this.theme.soft);
    const unit = 1 / Math.min(scene.camera.scale, 1);
    context.lineWidth = (isChosen ? 2.6 : scene.near && isNear ? 1.7 : 1.15) * unit;
    context.setLineDash(style.dash.map(length => length * unit));
    context.beginPath();
    context.moveTo(shape.x0, shape.y0);
    context.quadraticCurveTo(shape.cx, shape.cy, shape.x1, shape.y1);
    context.stroke();
    context.setLineDash([]);
    if (scene.camera.scale > 0.35 && !symmetric.has(edge.type)) {
      this.arrow(shape, (isChosen ? 8 : 5.5) * Math.sqrt(unit));
    }

    if (isChosen || (scene.selected && isNear && scene.near.size <= 26 && scene.camera.scale > 0.7)) {
      this.edgeName(edge, shape, isChosen);
    }
  }

  arrow({ cx, cy, x1, y1 }, size) {
    const { context } = this;
    const angle = Math.atan2(y1 - cy, x1 - cx);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x1 - size * Math.cos(angle - 0.42), y1 - size * Math.sin(angle - 0.42));
    context.lineTo(x1 - size * Math.cos(angle + 0.42), y1 - size * Math.sin(angle + 0.42));
    context.fill();
  }

  edgeName(edge, shape, isChosen) {
    const { x, y } = pointOn(shape, 0.5);
    this.text(readableType(edge.type), x, y, { size: 10.5, weight: isChosen ? 650 : 500, colour: isChosen ? this.theme.accent : this.theme.soft });
  }

  node(node, scene) {
    const { context } = this;
    const isChosen = node === scene.selected || node === scene.hovered;
    context.globalAlpha = !scene.near || scene.near.has(node) || isChosen ? 1 : 0.16;
    if (isChosen) {
      context.fillStyle = colourOf(node.kind) + "33";
      context.beginPath();
      context.arc(node.x, node.y, node.radius + 8, 0, 2 * Math.PI);
      context.fill();
    }

    context.fillStyle = colourOf(node.kind);
    context.strokeStyle = node === scene.selected ? this.theme.ink : this.theme.ground;
    context.lineWidth = node === scene.selected ? 2.5 : 1.6;
    context.beginPath();
    context.arc(node.x, node.y, node.radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }

  // A name is drawn when no more important one is in its way.
  names(scene) {
    const taken = [];
    const { scale } = scene.camera;
    const rank = node => (node === scene.selected || node === scene.hovered ? 1e6 : 0) + (scene.near?.has(node) ? 1e4 : 0) + node.facts - (node.kind === "Statement" ? 8 : 0);
    const nodes = scene.nodes.filter(node => node.name && (!scene.near || scene.near.has(node))).sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
    for (const node of nodes) {
      const size = Math.max(11, Math.min(15, 9.5 + node.radius * 0.32)) / Math.min(scale, 1.25);
      const name = node.name.length > longestName ? `${node.name.slice(0, longestName - 1).trimEnd()}…` : node.name;
      const width = name.length * size * 0.54;
      const box = { left: node.x - width / 2, right: node.x + width / 2, top: node.y + node.radius + 1, bottom: node.y + node.radius + size * 1.35 };
      if (node === scene.selected || node === scene.hovered || !taken.some(other => overlap(box, other))) {
        taken.push(box);
        this.context.globalAlpha = 1;
        this.text(name, node.x, node.y + node.radius + size * 0.8, { size, weight: node.facts > 7 || node === scene.selected ? 650 : 500, colour: this.theme.ink });
      }
    }
  }

  text(text, x, y, { size, weight, colour }) {
    const { context } = this;
    context.font = `${weight} ${size}px system-ui, "Segoe UI", Roboto, Arial, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = size * 0.28;
    context.strokeStyle = this.theme.ground;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
}

function overlap(a, b) {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
