/* Puts the page together. */
'use strict';

SEISM.setTheme = function (theme) {
  document.documentElement.dataset.theme = theme;
  SEISM.redraw(false);
};

/** Packed columns become typed arrays, once. */
SEISM.prepare = function (report) {
  const d = report.data;
  d.values = { y: SEISM.unpack(d.y), lengths: SEISM.unpack(d.lengths) };
  if (d.regions) {
    d.values.regions = { names: d.regions.names, chromosome: SEISM.unpack(d.regions.chromosome), start: SEISM.unpack(d.regions.start),
      reverse: SEISM.unpack(d.regions.reverse) };
  }
  d.offsets = new Float64Array(d.values.lengths.length + 1);
  d.values.lengths.forEach((l, i) => { d.offsets[i + 1] = d.offsets[i] + l; });
  d.classes = d.binary ? Array.from(new Set(d.values.y)).sort((a, b) => a - b) : [];
  for (const motif of report.motifs) {
    // unpacked when a card asks for it: 20 motifs of 5000 sequences should not delay the first one
    let values;
    Object.defineProperty(motif, 'values', { get: () => values || (values = SEISM.columns(report, motif)) });
  }
  return report;
};

SEISM.columns = function (report, motif) {
  const start = SEISM.unpack(motif.sites.start);
  const levels = SEISM.unpack(motif.activation.levels);
  const index = SEISM.unpack(motif.activation.index);
  const reverse = SEISM.unpack(motif.sites.reverse);
  const at = new Int32Array(start.length);
  for (let i = 0, k = 0; i < start.length; i++) {
    at[i] = k;
    k += start[i] > 0 ? motif.width : 0;
  }
  const written = motif.sites.words;
  return { start, levels, index, reverse, activation: (i) => levels[index[i]],
    word: (i) => !start[i] ? '' : written !== undefined ? written.slice(at[i], at[i] + motif.width)
      : SEISM.letters(report.data, i, start[i] - 1, start[i] - 1 + motif.width, reverse[i]) };
};

SEISM.show = function (report) {
  const root = document.getElementById('seism');
  if (report.state !== 'ready') {
    throw new Error(report.message || (report.state === 'not executed' ? 'Execute the node to see its motifs.' : 'No data.'));
  }
  document.title = 'SEISM report' + (report.title ? ': ' + report.title : '');
  if (report.kind === 'samples') {
    root.replaceChildren(...SEISM.samplesPage(report).filter(Boolean));
    return;
  }
  SEISM.report = SEISM.prepare(report);
  root.replaceChildren(SEISM.heading(report), ...[SEISM.notices(report)].filter(Boolean),
    SEISM.el('main', {}, SEISM.overviewTable(report), SEISM.checks(report), report.motifs.map((m) => SEISM.card(report, m)),
      report.motifs.length >= 5 && report.kind !== 'selected' ? SEISM.el('section', { class: 'card', 'aria-label': 'All p-values' }, SEISM.qqFigure(report)) : null,
      SEISM.downloads(report), SEISM.guide(report), SEISM.methods(report), SEISM.settings(report)), SEISM.foot(report));
};

SEISM.fail = function (error) {
  document.getElementById('seism').replaceChildren(SEISM.el('div', { class: 'message', role: 'alert' },
    SEISM.el('strong', {}, 'Nothing to show yet'), SEISM.el('p', {}, error.message)));
};

SEISM.start = async function () {
  document.documentElement.classList.toggle('framed', window.parent !== window);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  SEISM.setTheme(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', (e) => SEISM.setTheme(e.matches ? 'dark' : 'light'));
  window.addEventListener('beforeprint', () => {
    SEISM.screenTheme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = 'light';
    document.documentElement.classList.add('printing');
    SEISM.redraw(true);
  });
  window.addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    SEISM.setTheme(SEISM.screenTheme);
  });
  try {
    SEISM.show(await SEISM.provide());
  } catch (e) {
    SEISM.fail(e);
  }
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
};

SEISM.start();
