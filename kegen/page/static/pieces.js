// Pieces of HTML from the server, put where they belong; only those that are others than before are replaced.

import { carry, hush, settle } from "./form.js";

const latest = new Map(); // what the server last sent, by name
const shown = new Map(); // what stands on the page
const orders = new Map(); // which pieces stand where

export function take(news) {
  for (const [name, html] of Object.entries(news.changed)) latest.set(name, html);
  for (const [place, names] of Object.entries(news.order)) orders.set(place, names);
}

export function show(place, version) {
  const box = document.querySelector(`[data-group="${place}"]`);
  const names = orders.get(place);
  if (!box || !names) return;
  const old = new Map([...box.children].map((node) => [node.dataset.piece, node]));
  let at = box.firstElementChild;
  for (const name of names) {
    let node = old.get(name);
    old.delete(name);
    if (!node || shown.get(name) !== latest.get(name)) {
      const fresh = made(name);
      if (node) {
        if (node === at) at = node.nextElementSibling;
        replace(node, fresh, version);
      }
      node = fresh;
      if (!node.isConnected) box.insertBefore(node, at);
      else if (node.nextElementSibling !== at) box.insertBefore(node, at);
      settle(node);
    } else if (node === at) at = node.nextElementSibling;
    else box.insertBefore(node, at);
  }
  for (const [name, node] of old) {
    node.remove();
    shown.delete(name);
  }
}

function made(name) {
  const template = document.createElement("template");
  template.innerHTML = latest.get(name);
  const node = template.content.firstElementChild;
  node.dataset.piece = name;
  shown.set(name, latest.get(name));
  return node;
}

function replace(old, fresh, version) {
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const { id, selectionStart: start, selectionEnd: end } = active ?? {};
  settle(fresh);
  carry(old, fresh, version);
  hush(true);
  old.replaceWith(fresh);
  hush(false);
  const again = id && document.getElementById(id);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (start !== undefined && start !== null && again.setSelectionRange) again.setSelectionRange(start, end);
}
