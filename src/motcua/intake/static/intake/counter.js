// The counter by keyboard: Enter goes where the hand expects it. Without it the buttons do the same.
"use strict";

(() => {
  const form = document.getElementById("reception");
  if (!form) return;
  const one = (selector, within = form) => within.querySelector(selector);
  const choices = (name) => [...(document.getElementById(name)?.querySelectorAll(".procedure") ?? [])];

  const inList = (event) => {
    const list = event.target.closest(".procedures");
    const all = choices(list.id);
    const at = all.indexOf(event.target);
    const field = one(`[data-picks="${list.id}"]`);
    if (event.key === "ArrowDown") all[Math.min(at + 1, all.length - 1)].focus();
    else if (event.key === "ArrowUp" && at > 0) all[at - 1].focus();
    else if (event.key === "ArrowUp" || event.key === "Escape") field.focus();
    else return false;
    return true;
  };

  // The list may still be on its way when Enter comes: then the server looks by itself.
  const inField = (event) => {
    const all = choices(event.target.dataset.picks);
    if (event.key === "ArrowDown" && all.length) all[0].focus();
    else if (event.key === "Enter") (all[0] ?? one(`[value="find:${event.target.dataset.picks.split("-")[1]}"]`)).click();
    else return false;
    return true;
  };

  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
    if (event.target.closest(".procedures")) return inList(event);
    if (event.target.dataset.picks) return inField(event);
    const plain = event.target.matches("input:not([type=hidden]), select") && event.target.id !== "who";
    if (event.key !== "Enter" || !plain) return false;
    one(".actions .btn-primary")?.click();
    return true;
  };
  form.addEventListener("keydown", (event) => { if (press(event)) event.preventDefault(); });

  // What is typed while an answer is on its way is carried over into the answer, and so is the cursor.
  const named = () => [...form.elements].filter((field) => field.name && field.type !== "hidden");
  const key = (field) => field.type === "radio" ? `${field.name}=${field.value}` : field.name;
  const said = (field) => ["checkbox", "radio"].includes(field.type) ? field.checked : field.value;
  const all = () => new Map(named().filter((field) => field.type !== "submit").map((field) => [key(field), said(field)]));
  const isWhole = (event) => event.detail.target?.id === "reception-body";
  let sent, begun, typed = [], moved;

  form.addEventListener("htmx:beforeRequest", (event) => {
    if (isWhole(event)) { sent = all(); begun = document.activeElement?.id; }
  });
  form.addEventListener("htmx:beforeSwap", (event) => {
    if (!isWhole(event) || !sent) return;
    typed = [...all()].filter(([name, value]) => sent.get(name) !== value);
    const here = document.activeElement;
    moved = here?.id && here.id !== begun && form.contains(here) ? here.id : null;
    sent = null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const [name, value] of typed) {
      const field = named().find((each) => key(each) === name);
      if (!field) continue;
      if (typeof value === "boolean") field.checked = value; else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (moved) document.getElementById(moved)?.focus();
    typed = []; moved = null;
  });

  // What stands under "why this day" is not closed while somebody reads it.
  let open = false;
  document.addEventListener("htmx:beforeSwap", (event) => { open = Boolean(event.detail.target.closest?.(".promise")?.querySelector("details[open]")); });
  document.addEventListener("htmx:afterSwap", (event) => {
    const why = open && document.querySelector(".promise details");
    if (why && event.detail.requestConfig?.elt?.matches?.(".promise")) why.open = true;
  });
})();
