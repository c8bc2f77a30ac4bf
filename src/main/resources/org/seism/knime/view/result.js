// Asks KNIME for the view's data and shows them. KNIME's side of the messages is kept in one function: it is the only
// part that would have to change with KNIME.
(function () {
  "use strict";

  function ask(method, params) {
    return new Promise(function (resolve, reject) {
      var id = Date.now() + "-" + Math.random().toString(16).slice(2);
      var timer = setTimeout(function () { reject(new Error("KNIME gave no answer within 10 seconds.")); }, 10000);
      window.addEventListener("message", function listen(event) {
        var d = event.data;
        if (d && d.type === "UIExtensionResponse" && d.requestId === id) {
          clearTimeout(timer);
          window.removeEventListener("message", listen);
          var r = d.payload && d.payload.response !== undefined ? d.payload.response : d.payload;
          resolve(r && r.result !== undefined && r.initialData === undefined ? r.result : r);
        }
      });
      window.parent.postMessage({ type: "UIExtensionRequest", requestId: id, payload: { method: method, params: params } }, "*");
    });
  }

  function unwrap(data) {
    var d = typeof data === "string" ? JSON.parse(data) : data;
    if (d && (d.userError || d.internalError)) {
      throw new Error((d.userError || d.internalError).message || "The data could not be computed.");
    }
    d = d && d.result !== undefined ? d.result : d;
    return typeof d === "string" ? JSON.parse(d) : d;
  }

  async function load() {
    var config = await ask("getConfig", []);
    window.parent.postMessage({ type: "UIExtensionReady" }, "*");
    if (config && config.initialData !== undefined && config.initialData !== null) {
      return unwrap(config.initialData);
    }
    return unwrap(await ask("callNodeDataService", [{ nodeId: config.nodeId, projectId: config.projectId,
      workflowId: config.workflowId, extensionType: config.extensionType, serviceType: "initial_data", dataServiceRequest: "" }]));
  }

  function add(parent, tag, text, cls) {
    var e = document.createElement(tag);
    if (text !== undefined && text !== null) { e.textContent = text; }
    if (cls) { e.className = cls; }
    parent.appendChild(e);
    return e;
  }

  function shown(value) {
    if (value === null || value === undefined) { return "\u2013"; }
    if (typeof value !== "number" || Number.isInteger(value)) { return String(value); }
    return Math.abs(value) < 1e-3 ? value.toExponential(3) : String(Number(value.toPrecision(5)));
  }

  function histogram(parent, data) {
    var ns = "http://www.w3.org/2000/svg", w = 400, h = 140, n = data.counts.length, max = Math.max.apply(null, data.counts);
    var svg = document.createElementNS(ns, "svg");
    function shape(tag, attributes, text) {
      var e = document.createElementNS(ns, tag);
      Object.keys(attributes).forEach(function (k) { e.setAttribute(k, attributes[k]); });
      if (text) { e.textContent = text; }
      svg.appendChild(e);
    }
    svg.setAttribute("viewBox", "0 0 " + w + " " + (h + 34));
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Null distribution of the partial correlation; observed value " + shown(data.observed));
    data.counts.forEach(function (c, i) {
      shape("rect", { x: i * w / n, width: w / n - 1, y: h - c / max * h, height: c / max * h, fill: "#8aa" });
    });
    var x = data.observed * w;
    shape("line", { x1: x, x2: x, y1: 0, y2: h, stroke: "#b0457b", "stroke-width": 2 });
    shape("text", { x: x, y: h + 13, "font-size": 12, fill: "#b0457b", "text-anchor": x > w * 0.8 ? "end" : x < w * 0.2 ? "start" : "middle" },
      "observed " + shown(data.observed));
    shape("text", { x: 0, y: h + 30, "font-size": 12, fill: "#555" }, "0");
    shape("text", { x: w / 2, y: h + 30, "font-size": 12, fill: "#555", "text-anchor": "middle" }, "|partial correlation| under the null");
    shape("text", { x: w, y: h + 30, "font-size": 12, fill: "#555", "text-anchor": "end" }, "1");
    add(parent, "div", null, "null").appendChild(svg);
  }

  function show(data) {
    var page = document.getElementById("page");
    page.textContent = "";
    if (data.state !== "executed") {
      add(page, "p", "The node has not been executed.");
      return;
    }
    add(page, "h1", data.motifs.length + (data.motifs.length === 1 ? " motif" : " motifs"));
    var summary = data.summary && data.summary[0];
    if (summary && summary.Remarks) { add(page, "p", summary.Remarks, "note"); }
    data.motifs.forEach(function (motif, i) {
      add(page, "h2", motif.Rank + ". " + motif.Consensus);
      var block = add(page, "div", null, "motif");
      var logo = add(block, "div", null, "logo");
      // drawn by this extension itself, every text in it escaped
      if (motif.Logo) { logo.innerHTML = motif.Logo.replace(/^<\?xml[^>]*\?>/, ""); }
      var table = add(block, "table");
      Object.keys(motif).filter(function (k) { return ["Logo", "Rank", "Consensus"].indexOf(k) < 0; }).forEach(function (k) {
        var row = add(table, "tr", null, /^P-value \((sampled|exact|split)\)$/.test(k) ? "main" : "");
        add(row, "th", k);
        add(row, "td", shown(motif[k]));
      });
      if (data.histograms && data.histograms[i]) { histogram(block, data.histograms[i]); }
    });
    if (summary) {
      add(page, "h2", "How it came about");
      var all = add(page, "table");
      Object.keys(summary).filter(function (k) { return k !== "Remarks"; }).forEach(function (k) {
        var row = add(all, "tr");
        add(row, "th", k);
        add(row, "td", shown(summary[k]));
      });
    }
  }

  load().then(show).catch(function (e) {
    document.getElementById("page").textContent = "The results can't be shown: " + e.message;
  });
}());
