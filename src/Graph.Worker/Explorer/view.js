// The canvas with its camera and pointer: pan, zoom, drag, hover, click. Draws only when something changed.

import { edgeAt, nodeAt } from "./geometry.js";
import { Layout } from "./layout.js";
import { Painter } from "./painter.js";

const farthest = 0.08;
const nearest = 5;
const clickSlack = 4;

export class View extends EventTarget {
  constructor(canvas, model) {
    super();
    this.canvas = canvas;
    this.model = model;
    this.painter = new Painter(canvas);
    this.layout = new Layout();
    this.scene = { nodes: [], edges: [], near: null, selected: null, hovered: null, selectedEdge: null, hoveredEdge: null, camera: { x: 0, y: 0, scale: 1 } };
    this.pointers = new Map();
    this.frame = 0;
    this.followsLayout = true;
    this.painter.resize();
    this.painter.readTheme();
    this.listen();
  }

  listen() {
    const { canvas } = this;
    new ResizeObserver(() => this.resized()).observe(canvas);
    canvas.addEventListener("pointerdown", event => this.pressed(event));
    canvas.addEventListener("pointermove", event => this.moved(event));
    canvas.addEventListener("pointerup", event => this.released(event));
    canvas.addEventListener("pointercancel", event => this.pointers.delete(event.pointerId));
    canvas.addEventListener("dblclick", event => {
      const node = this.nodeUnder(event);
      if (node) {
        this.tell("expand", node);
      }
    });
    canvas.addEventListener("wheel", event => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.offsetX, event.offsetY);
    }, { passive: false });
  }

  // Shows what passes the filters; the layout starts again only for nodes and edges that are new.
  refresh({ fit = false } = {}) {
    Object.assign(this.scene, this.model.shown());
    this.layout.set(this.scene.nodes, this.scene.edges);
    this.followsLayout ||= fit;
    this.emphasise();
    this.settleSomewhat();
    this.request();
  }

  // The first picture is already in shape: the worst of the untangling happens before anything is drawn.
  settleSomewhat() {
    for (let step = 0; step < 120 && this.layout.isMoving; step++) {
      this.layout.step();
    }
  }

  select(node) {
    this.scene.selected = node;
    this.scene.selectedEdge = null;
    this.emphasise();
    this.request();
  }

  selectEdge(edge) {
    this.scene.selectedEdge = edge;
    this.scene.selected = null;
    this.emphasise();
    this.request();
  }

  emphasise() {
    const { selected, selectedEdge, edges, hovered } = this.scene;
    const focus = selected ?? hovered;
    this.scene.near = selectedEdge ? new Set([selectedEdge.source, selectedEdge.target]) : focus ? this.model.neighbours(focus, edges) : null;
  }

  themeChanged() {
    this.painter.readTheme();
    this.request();
  }

  request() {
    this.frame ||= requestAnimationFrame(() => this.tick());
  }

  tick() {
    this.frame = 0;
    if (this.layout.isMoving) {
      this.layout.step();
      if (this.followsLayout) {
        this.frameAll();
      }
    }

    this.painter.draw(this.scene);
    if (this.layout.isMoving) {
      this.request();
    }
  }

  fit() {
    this.followsLayout = true;
    this.frameAll();
    this.request();
  }

  frameAll() {
    const { nodes } = this.scene;
    if (nodes.length === 0 || !this.painter.width) {
      return;
    }

    // The cards cover the left edge, and the right one while details are shown.
    const wide = this.painter.width > 820;
    const room = { left: wide ? 250 : 20, right: wide && this.scene.selected ? 420 : 30, top: 76, bottom: 40 };
    const xs = nodes.map(node => node.x);
    const ys = nodes.map(node => node.y);
    const [left, right, top, bottom] = [Math.min(...xs) - 40, Math.max(...xs) + 40, Math.min(...ys) - 30, Math.max(...ys) + 40];
    const width = this.painter.width - room.left - room.right;
    const height = this.painter.height - room.top - room.bottom;
    const scale = Math.min(width / (right - left), height / (bottom - top), 1.7);
    this.scene.camera = {
      scale,
      x: room.left + width / 2 - scale * (left + right) / 2,
      y: room.top + height / 2 - scale * (top + bottom) / 2,
    };
  }

  // Brings a node into the free part of the window, near enough to read the names of its facts.
  center(node) {
    this.followsLayout = false;
    const { camera } = this.scene;
    camera.scale = Math.max(camera.scale, 1.1);
    camera.x = (this.painter.width + 220 - 400) / 2 - camera.scale * node.x;
    camera.y = this.painter.height / 2 - camera.scale * node.y;
    this.request();
  }

  zoom(factor, x = this.painter.width / 2, y = this.painter.height / 2) {
    const { camera } = this.scene;
    const scale = Math.max(farthest, Math.min(nearest, camera.scale * factor));
    camera.x = x - (x - camera.x) * scale / camera.scale;
    camera.y = y - (y - camera.y) * scale / camera.scale;
    camera.scale = scale;
    this.followsLayout = false;
    this.request();
  }

  resized() {
    this.painter.resize();
    this.painter.readTheme();
    if (this.followsLayout) {
      this.frameAll();
    }

    // A canvas is blank after a change of size: drawn at once, it does not flicker.
    this.painter.draw(this.scene);
    this.request();
  }

  pressed(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    this.press = { x: event.offsetX, y: event.offsetY, node: this.nodeUnder(event), hasMoved: false };
  }

  moved(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.hover(event);
      return;
    }

    const now = { x: event.offsetX, y: event.offsetY };
    if (this.pointers.size === 2) {
      this.pinch(event.pointerId, before, now);
    } else if (Math.hypot(now.x - this.press.x, now.y - this.press.y) > clickSlack || this.press.hasMoved) {
      this.press.hasMoved = true;
      this.drag(before, now);
    }

    this.pointers.set(event.pointerId, now);
  }

  pinch(id, before, now) {
    const [other] = [...this.pointers].filter(([key]) => key !== id).map(([, point]) => point);
    const factor = Math.hypot(now.x - other.x, now.y - other.y) / (Math.hypot(before.x - other.x, before.y - other.y) || 1);
    this.press.hasMoved = true;
    this.zoom(factor, other.x, other.y);
  }

  drag(before, now) {
    const { camera } = this.scene;
    const { node } = this.press;
    this.canvas.classList.add("dragging");
    this.followsLayout = false;
    if (node) {
      node.held = true;
      node.x += (now.x - before.x) / camera.scale;
      node.y += (now.y - before.y) / camera.scale;
      this.layout.warm(0.25);
    } else {
      camera.x += now.x - before.x;
      camera.y += now.y - before.y;
    }

    this.request();
  }

  released(event) {
    this.pointers.delete(event.pointerId);
    this.canvas.classList.remove("dragging");
    const { press } = this;
    this.press = null;
    if (press?.node) {
      press.node.held = false;
    }

    if (press && !press.hasMoved) {
      const edge = press.node ? null : this.edgeUnder(event);
      this.tell("choose", press.node ?? null, edge);
    }
  }

  hover(event) {
    const node = this.nodeUnder(event);
    const edge = node ? null : this.edgeUnder(event);
    if (node !== this.scene.hovered || edge !== this.scene.hoveredEdge) {
      this.scene.hovered = node;
      this.scene.hoveredEdge = edge;
      this.canvas.classList.toggle("over", Boolean(node || edge));
      this.emphasise();
      this.request();
    }
  }

  toGraph(event) {
    const { camera } = this.scene;
    return [(event.offsetX - camera.x) / camera.scale, (event.offsetY - camera.y) / camera.scale];
  }

  nodeUnder(event) {
    return nodeAt(this.scene.nodes, ...this.toGraph(event), 3 / this.scene.camera.scale);
  }

  edgeUnder(event) {
    return edgeAt(this.scene.edges, ...this.toGraph(event), 5 / this.scene.camera.scale);
  }

  tell(name, node, edge = null) {
    this.dispatchEvent(new CustomEvent(name, { detail: { node, edge } }));
  }
}
