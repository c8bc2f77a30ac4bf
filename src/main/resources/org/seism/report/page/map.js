/* The map of a motif's sites: a line per sequence, sorted by phenotype. Drawn for the part in view, whole or row by row. */
'use strict';

/** Draws onto a canvas or collects an SVG's paths, so that what is saved is what is seen. */
SEISM.canvasPen = (context) => ({
  rect(x, y, w, h, colour) {
    // setting a colour takes longer than drawing with it
    if (this.colour !== colour) {
      this.colour = colour;
      context.fillStyle = colour;
    }
    context.fillRect(x, y, w, h);
  },
  text(x, y, text, colour, align) {
    this.colour = colour;
    context.fillStyle = colour;
    context.font = '11.5px ' + SEISM.font;
    context.textAlign = align;
    context.fillText(text, x, y);
  },
});

SEISM.svgPen = function (width, height) {
  const paths = new Map();
  const texts = [];
  const n = (v) => String(Math.round(100 * v) / 100);
  return {
    rect(x, y, w, h, colour) {
      paths.set(colour, (paths.get(colour) || '') + 'M' + n(x) + ' ' + n(y) + 'h' + n(w) + 'v' + n(h) + 'h-' + n(w) + 'z');
    },
    text(x, y, text, colour, align) {
      texts.push('<text x="' + n(x) + '" y="' + n(y) + '" fill="' + colour + '" text-anchor="' + { left: 'start', center: 'middle', right: 'end' }[align]
        + '">' + SEISM.escape(text) + '</text>');
    },
    source: () => '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + height + '" viewBox="0 0 ' + width + ' ' + height
      + '"><rect width="100%" height="100%" fill="#ffffff"/>' + Array.from(paths, ([c, p]) => '<path fill="' + c + '" d="' + p + '"/>').join('')
      + '<g font-family="' + SEISM.font + '" font-size="11.5">' + texts.join('') + '</g></svg>',
  };
};

/** Sequences from the highest phenotype to the lowest. */
SEISM.byPhenotype = function (d) {
  if (!d.order) {
    const y = d.values.y;
    d.order = Array.from(y, (_, i) => i).sort((a, b) => y[b] - y[a] || a - b);
  }
  return d.order;
};

/** What is shown: all sites of the matrix, or where the page has no letters the best match of the word in each sequence. */
SEISM.mapSites = function (report, motif) {
  const found = SEISM.matrixSites(report, motif);
  if (found) {
    return Object.assign({ width: motif.matrix.width, words: 'sites of the matrix' }, found);
  }
  const v = motif.values;
  const rows = Array.from(v.start, (_, i) => i).filter((i) => v.start[i] > 0 && v.activation(i) > motif.sites.strongAbove);
  const perSequence = new Int32Array(v.start.length);
  rows.forEach((i) => { perSequence[i] = 1; });
  return { sequence: rows, start: rows.map((i) => v.start[i] - 1), reverse: rows.map((i) => v.reverse[i]), perSequence, width: motif.width,
    words: 'best matches of the word' };
};

SEISM.siteMap = function (report, motif) {
  const d = report.data;
  const n = d.values.y.length;
  const order = SEISM.byPhenotype(d);
  const AXIS = 34;
  const ROW = 9;
  const TALL = Math.min(360, Math.max(90, n * ROW));
  const crowded = n * ROW > TALL;
  const lengths = Array.from(d.values.lengths).sort((a, b) => a - b);
  const usual = lengths[Math.floor(0.95 * (n - 1))];
  const longest = lengths[n - 1] > 2 * usual ? usual : lengths[n - 1];
  const low = d.values.y.reduce((m, v) => Math.min(m, v), Infinity);
  const high = d.values.y.reduce((m, v) => Math.max(m, v), -Infinity);
  let sites = null;
  let firsts = null;
  let single = false;

  function prepare() {
    if (!sites) {
      sites = SEISM.mapSites(report, motif);
      // sites stand by sequence: where those of each begin
      firsts = new Int32Array(n + 1);
      for (let i = 0; i < n; i++) {
        firsts[i + 1] = firsts[i] + sites.perSequence[i];
      }
    }
  }

  /** Rows from..to-1, each of the given height, in a picture of the given size with the axis below. */
  function paint(pen, palette, width, tall, from, to, rowHeight) {
    const left = 46;
    const scale = (width - left - 12) / longest;
    const thick = Math.max(1, rowHeight - (rowHeight > 4 ? 2 : 0));
    for (let r = from; r < to; r++) {
      const i = order[r];
      const share = high > low ? (d.values.y[i] - low) / (high - low) : 0;
      // on the left the phenotype as a bar, the class as a colour
      pen.rect(4, (r - from) * rowHeight, d.binary ? 30 : 2 + 34 * share, thick, d.binary && share > 0.5 ? palette.blue : palette.bar);
    }
    const thin = rowHeight > 4;
    for (let r = from; r < to; r += rowHeight < 1 ? Math.ceil(1 / rowHeight) : 1) {
      pen.rect(left, (r - from) * rowHeight + (thin ? thick / 2 - 0.5 : 0), Math.min(d.values.lengths[order[r]], longest) * scale, thin ? 1 : thick, palette.grid);
    }
    for (let r = from; r < to; r++) {
      const i = order[r];
      for (let k = firsts[i]; k < firsts[i + 1]; k++) {
        if (sites.start[k] < longest) {
          pen.rect(left + sites.start[k] * scale, (r - from) * rowHeight, Math.max(1.5, sites.width * scale), thick, sites.reverse[k] ? palette.orange : palette.blue);
        }
      }
    }
    const step = SEISM.niceStep(longest / Math.max(2, Math.floor((width - left) / 90)));
    for (let x = 0; x <= longest; x += step) {
      pen.rect(left + x * scale, tall, 1, 5, palette.axis);
      pen.text(left + x * scale, tall + 17, SEISM.count(x === 0 ? 1 : x), palette.muted, 'center');
    }
    pen.text(left + (width - left - 12) / 2, tall + 31, 'Position in the sequence', palette.muted, 'center');
  }

  const canvas = SEISM.el('canvas', { role: 'img', 'aria-label': 'Map of the sites of ' + motif.name + ': a line per sequence, the highest '
    + d.phenotype + ' on top. ' + SEISM.siteShares(report, motif) });
  const pane = SEISM.el('div', { class: 'pane' }, canvas);
  const view = SEISM.el('div', { class: 'map', style: 'height:' + (TALL + AXIS) + 'px' }, pane);
  const status = SEISM.el('p', { class: 'note under', 'aria-hidden': 'true' });
  const spec = { name: motif.name + '-map', title: 'Sites in all sequences' };
  const entry = { spec, plot: view, chart: null, width: 0, draw() {
    prepare();
    entry.width = view.clientWidth;
    if (entry.width < 40) {
      return;
    }
    entry.chart = { dispose() {} };
    const height = SEISM.isPrinting() ? Math.min(120, TALL) : TALL;
    view.style.height = height + AXIS + 'px';
    const byRow = single && !SEISM.isPrinting();
    const rowHeight = byRow || n * ROW <= height ? ROW : height / n;
    pane.style.height = byRow ? n * ROW + AXIS + 'px' : '';
    const width = pane.clientWidth;
    const ratio = SEISM.isPrinting() ? 3 : window.devicePixelRatio || 1;
    const from = byRow ? Math.max(0, Math.min(n - 1, Math.floor(view.scrollTop / ROW))) : 0;
    const rows = byRow ? Math.floor(height / ROW) : n;
    canvas.width = width * ratio;
    canvas.height = (height + AXIS) * ratio;
    canvas.style.width = width + 'px';
    canvas.style.height = height + AXIS + 'px';
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    paint(SEISM.canvasPen(context), SEISM.palette(SEISM.isDark()), width, height, from, Math.min(n, from + rows), rowHeight);
  } };
  SEISM.figures.push(entry);
  SEISM.watch(entry);
  view.addEventListener('scroll', () => { if (single) { entry.draw(); } }, { passive: true });
  canvas.addEventListener('mousemove', (event) => {
    const byRow = single || !crowded;
    const r = Math.floor(event.offsetY / (byRow ? ROW : TALL / n)) + (single ? Math.floor(view.scrollTop / ROW) : 0);
    if (r < 0 || r >= n || event.offsetY > TALL || !sites) {
      return;
    }
    const i = order[r];
    const places = [];
    for (let k = firsts[i]; k < firsts[i + 1] && places.length < 8; k++) {
      places.push(sites.start[k] + 1 + (d.bothStrands ? (sites.reverse[k] ? '\u00a0(−)' : '\u00a0(+)') : ''));
    }
    status.textContent = d.ids[i] + ', ' + d.phenotype + ' ' + SEISM.number(d.values.y[i], 4) + ': '
      + (places.length ? 'sites at ' + places.join(', ') + (sites.perSequence[i] > 8 ? ' …' : '') : 'no site');
  });
  const svg = () => {
    prepare();
    const pen = SEISM.svgPen(640, 480 + AXIS);
    paint(pen, SEISM.palette(false), 640, 480, 0, n, 480 / n);
    return pen.source();
  };
  spec.svg = svg;
  const zoom = crowded ? SEISM.el('button', { type: 'button', class: 'quiet zoom', click: () => {
    single = !single;
    zoom.textContent = single ? 'Show all at once' : 'Show row by row';
    view.classList.toggle('scrolls', single);
    if (single) {
      view.setAttribute('tabindex', '0');
      view.setAttribute('role', 'group');
      view.setAttribute('aria-label', 'Map of the sites of ' + motif.name + ', scrollable');
    } else {
      ['tabindex', 'role', 'aria-label'].forEach((a) => view.removeAttribute(a));
    }
    view.scrollTop = 0;
    entry.draw();
  } }, 'Show row by row') : null;
  return SEISM.el('figure', { class: 'figure site-map' },
    SEISM.el('figcaption', {}, SEISM.el('h3', {}, spec.title),
      SEISM.el('span', { class: 'tools' }, zoom,
        SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save the map of ' + motif.name + ' as SVG',
          click: () => SEISM.save(spec.name + '.svg', new Blob([svg()], { type: 'image/svg+xml' })) }, 'SVG'),
        SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save the map of ' + motif.name + ' as PNG',
          click: async () => SEISM.save(spec.name + '.png', await SEISM.svgToPng(svg())) }, 'PNG'))),
    view, status,
    SEISM.el('p', { class: 'note' }, 'A line per sequence, the highest ' + d.phenotype + ' on top (' + (d.binary ? 'the upper block on the left is '
      + SEISM.className(report, 1) : 'bars on the left') + '); marks are ' + (d.text === undefined ? 'best matches of the word' : 'sites of the matrix')
      + (d.bothStrands ? ', blue on the strand as given, orange on the other' : '') + '. ' + SEISM.siteShares(report, motif)
      + (longest < lengths[n - 1] ? ' Sequences are shown up to ' + SEISM.count(longest) + ' letters.' : '')));
};

/** The next of 1, 2, 5 times a power of ten. */
SEISM.niceStep = function (step) {
  const power = Math.pow(10, Math.floor(Math.log10(Math.max(1, step))));
  const ratio = step / power;
  return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
};

/** How many sequences hold a site of the matrix, per class or with the mean phenotype. */
SEISM.siteShares = function (report, motif) {
  const m = motif.matrix;
  const share = (k) => SEISM.count(m.with[k]) + ' of ' + SEISM.count(m.of[k]) + ' (' + SEISM.percent(m.of[k] ? m.with[k] / m.of[k] : 0) + ')';
  return report.data.binary ? 'Sequences with a site: ' + share(1) + ' ' + SEISM.className(report, 1) + ', ' + share(0) + ' ' + SEISM.className(report, 0) + '.'
    : 'Sequences with a site: ' + share(0) + (m.meanWith === undefined || m.meanWithout === undefined ? '.'
      : '; mean ' + report.data.phenotype + ' ' + SEISM.number(m.meanWith) + ' with, ' + SEISM.number(m.meanWithout) + ' without.');
};
