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
  d.classes = d.binary ? Array.from(new Set(d.values.y)).sort((a, b) => a - b) : [];
  for (const motif of report.motifs) {
    // unpacked when a card asks for it: 20 motifs of 5000 sequences should not delay the first one
    let values;
    Object.defineProperty(motif, 'values', { get: () => values || (values = SEISM.columns(motif)) });
  }
  return report;
};

SEISM.columns = function (motif) {
  const start = SEISM.unpack(motif.sites.start);
  const levels = SEISM.unpack(motif.activation.levels);
  const index = SEISM.unpack(motif.activation.index);
  const at = new Int32Array(start.length);
  for (let i = 0, k = 0; i < start.length; i++) {
    at[i] = k;
    k += start[i] > 0 ? motif.width : 0;
  }
  return { start, levels, index, reverse: SEISM.unpack(motif.sites.reverse), activation: (i) => levels[index[i]],
    word: (i) => start[i] ? motif.sites.words.slice(at[i], at[i] + motif.width) : '' };
};

SEISM.show = function (report) {
  const root = document.getElementById('seism');
  if (report.state !== 'ready') {
    throw new Error(report.message || (report.state === 'not executed' ? 'Execute the node to see its motifs.' : 'No data.'));
  }
  SEISM.prepare(report);
  document.title = 'SEISM report' + (report.title ? ': ' + report.title : '');
  root.replaceChildren(SEISM.heading(report), ...[SEISM.notices(report)].filter(Boolean),
    SEISM.el('main', {}, SEISM.overviewTable(report), report.motifs.map((m) => SEISM.card(report, m)),
      report.motifs.length >= 5 ? SEISM.el('section', { class: 'card' }, SEISM.qqFigure(report)) : null,
      SEISM.downloads(report), SEISM.guide(), SEISM.settings(report), SEISM.quality(report)), SEISM.foot(report));
};

SEISM.fail = function (error) {
  document.getElementById('seism').replaceChildren(SEISM.el('div', { class: 'message', role: 'alert' },
    SEISM.el('strong', {}, 'Nothing to show yet'), SEISM.el('p', {}, error.message)));
};

SEISM.start = async function () {
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
