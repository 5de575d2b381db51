/// What makes the pages pleasant, and what they also work without: clicks on the source itself, and
/// the way from a table to its line.
enum HTMLScript {
  static let text = """
    "use strict";
    const parts = (id) => document.querySelectorAll(`[data-item="${CSS.escape(id)}"]`);

    function show() {
      for (const part of document.querySelectorAll(".selected")) part.classList.remove("selected");
      const id = location.hash.slice(1);
      const item = id && document.getElementById(id);
      if (!item || !item.classList.contains("item")) return;
      for (const part of parts(id)) part.classList.add("selected");
      const line = document.getElementById("L" + item.dataset.line);
      const pane = document.querySelector("main").getBoundingClientRect();
      const place = line.getBoundingClientRect();
      if (place.top < pane.top || place.bottom > Math.min(pane.bottom, innerHeight)) {
        line.scrollIntoView({ block: "center" });
      }
    }

    document.addEventListener("click", (event) => {
      const part = event.target.closest("[data-item]");
      if (part && !String(getSelection())) location.hash = part.dataset.item;
    });

    document.addEventListener("keydown", (event) => {
      if (event.key !== "n" && event.key !== "p") return;
      const gaps = [...document.querySelectorAll(".part.gap[data-item]")];
      const ids = [...new Set(gaps.map((part) => part.dataset.item))];
      if (!ids.length) return;
      const now = ids.indexOf(location.hash.slice(1));
      const step = event.key === "n" ? 1 : now < 0 ? 0 : -1;
      location.hash = ids[(now + step + ids.length) % ids.length];
    });

    addEventListener("hashchange", show);
    addEventListener("DOMContentLoaded", show);

    """
}
