// Keys, menus, dialogs and the care for typed words. Every page works without it, less comfortably.
"use strict";

(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const isTyping = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

  // Rows: j and k go through them, Enter opens, x marks.
  const openers = () => all("[data-row] .row-open").filter((link) => link.offsetParent);

  const step = (by) => {
    const links = openers();
    if (!links.length) return;
    const at = links.indexOf(document.activeElement?.closest("[data-row]")?.querySelector(".row-open"));
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next].focus();
    links[next].scrollIntoView({ block: "nearest" });
  };

  const mark = () => {
    const box = one("input[name=chosen]", document.activeElement?.closest("[data-row]") ?? document.createElement("i"));
    if (box) { box.checked = !box.checked; box.dispatchEvent(new Event("change", { bubbles: true })); }
  };

  const search = () => { const box = document.getElementById("search"); box?.focus(); box?.select(); return Boolean(box); };
  const open = (name) => { const dialog = document.getElementById(name); if (dialog && !dialog.open) dialog.showModal(); };

  const KEYS = { j: () => step(1), k: () => step(-1), x: mark, "/": search, "?": () => open("keys") };

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      if (search()) event.preventDefault();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const button = one("dialog[open] .btn-primary") ?? one(".actions .btn-primary") ?? one("main .btn-primary");
      if (button) { event.preventDefault(); button.click(); }
    } else if (event.key === "Escape") {
      all("details.drop[open]").forEach((drop) => { drop.open = false; one("summary", drop).focus(); });
    } else if (!event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event.target) && !one("dialog[open]")) {
      const act = KEYS[event.key];
      if (act) { event.preventDefault(); act(); }
    }
  });

  document.addEventListener("click", (event) => {
    const target = event.target;
    all("details.drop[open]").forEach((drop) => { if (!drop.contains(target)) drop.open = false; });
    if (target.matches("dialog")) { target.close(); return; } // the ground behind it
    const button = target.closest("button, a");
    if (button?.dataset.opens) open(button.dataset.opens);
    if (button && "closes" in button.dataset) button.closest("dialog").close();
    if (button && "back" in button.dataset) history.back();
    if (button && "prints" in button.dataset) window.print();
    if (button?.dataset.toggles) {
      const part = document.getElementById(button.dataset.toggles);
      const opens = part.toggleAttribute("data-open");
      button.setAttribute("aria-expanded", String(opens));
    }
    // A row opens wherever it is clicked, unless something in it was meant or text was marked.
    const row = target.closest("[data-row]");
    if (row && !target.closest("a, button, input, label, summary") && !String(getSelection())) {
      const link = one(".row-open", row);
      if (event.ctrlKey || event.metaKey) window.open(link.href); else link.click();
    }
  });

  // The bar of what is marked.
  const count = () => {
    const chosen = all("input[name=chosen]:checked").length;
    all("[data-batch]").forEach((bar) => { bar.hidden = chosen === 0; const told = one("[data-count]", bar); if (told) told.textContent = chosen; });
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-all]")) all("input[name=chosen]").forEach((box) => { box.checked = event.target.checked; });
    if (event.target.matches("[data-all], input[name=chosen]")) count();
  });

  // A form is sent once, and what was typed is not lost by leaving the page.
  const changed = new Set();
  document.addEventListener("input", (event) => { const form = event.target.closest?.("form[data-keep]"); if (form) changed.add(form); });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent && form.method === "post") { event.preventDefault(); return; }
    if (form.method === "post" && !form.hasAttribute("hx-post") && !form.hasAttribute("data-again")) {
      form.dataset.sent = "1";
      all("button[type=submit]", form).forEach((button) => button.setAttribute("aria-disabled", "true"));
    }
    changed.delete(form);
  });
  window.addEventListener("beforeunload", (event) => { if ([...changed].some((form) => form.isConnected)) event.preventDefault(); });
  window.addEventListener("pageshow", () => { // back from the next page: the form may be sent again
    all("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      all("button[aria-disabled]", form).forEach((button) => button.removeAttribute("aria-disabled"));
    });
  });

  // Parts of a page that were refused or did not come.
  const tell = (part) => {
    const place = document.getElementById("messages");
    if (!place || !part) return;
    place.replaceChildren(part);
    place.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:responseError", (event) => {
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    tell(one("[data-refusal]", page) ?? one(".trouble", page) ?? document.getElementById("lost-line")?.content.cloneNode(true));
  });
  ["htmx:sendError", "htmx:timeout"].forEach((name) => document.addEventListener(name, () => tell(document.getElementById("lost-line")?.content.cloneNode(true))));
  document.addEventListener("htmx:afterSwap", (event) => { // the way on was pressed: go on reading where it was
    if (event.detail.requestConfig?.elt?.closest?.(".more")) event.detail.elt?.querySelector?.(".row-open")?.focus();
    count();
  });

  document.addEventListener("DOMContentLoaded", () => one("[data-summary]")?.focus());
})();
