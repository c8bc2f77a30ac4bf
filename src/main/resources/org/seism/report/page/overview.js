/* Everything around the cards: heading, table of motifs, downloads, settings, how to read it. */
'use strict';

SEISM.heading = function (report) {
  const theme = SEISM.el('button', { type: 'button', class: 'theme', 'aria-label': 'Switch between light and dark',
    click: () => SEISM.setTheme(SEISM.isDark() ? 'light' : 'dark') }, '◐');
  return SEISM.el('header', { class: 'hero' },
    SEISM.el('div', { class: 'top' },
      SEISM.el('span', { class: 'brand' }, SEISM.el('svg', { viewBox: '0 0 28 20', width: '28', height: '20', 'aria-hidden': 'true' },
        SEISM.el('path', { d: 'M0 10h5l3-8 5 16 4-12 2 4h9', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linejoin': 'round' })), 'SEISM'),
      report.title ? SEISM.el('span', { class: 'subject' }, report.title) : null,
      SEISM.el('span', { class: 'tools' }, theme,
        // the frame of a KNIME view ignores it
        window.parent !== window ? null : SEISM.el('button', { type: 'button', class: 'print', click: () => window.print() }, 'Print'))),
    SEISM.el('h1', {}, SEISM.headline(report)),
    SEISM.el('p', { class: 'lead' }, SEISM.subline(report)));
};

SEISM.notices = function (report) {
  if (!report.warnings.length) {
    return null;
  }
  return SEISM.el('section', { class: 'warnings', 'aria-label': 'Warnings' }, SEISM.el('ul', {}, report.warnings.map((w) => SEISM.el('li', {}, w))));
};

SEISM.overviewTable = function (report) {
  const has = (key) => report.motifs.some((m) => m[key]);
  const columns = [['list', 'List'], ['sampled', 'Motif'], ['exact', 'Closed form'], ['split', 'Data split'], ['naive', 'Naive*']]
    .filter(([key]) => has(key) && (key !== 'list' || report.kind === 'sampled'));
  // what is asked for first comes first: a narrow window shows the headline p-value without scrolling
  const head = SEISM.el('tr', {}, SEISM.el('th', { scope: 'col' }, SEISM.el('span', { class: 'sr-only' }, 'Rank')),
    ['Logo', 'Motif'].map((t) => SEISM.el('th', { scope: 'col' }, t)),
    columns.map(([key, name]) => SEISM.el('th', { scope: 'col', class: 'numeric p ' + key }, 'p\u00a0' + name.toLowerCase())),
    ['Direction', 'Partial r', 'Support'].map((t, k) => SEISM.el('th', { scope: 'col', class: k > 0 ? 'numeric' : '' }, t)));
  const rows = report.motifs.map((m) => {
    const ps = SEISM.pValues(report, m);
    const significant = SEISM.isSignificant(report, m);
    return SEISM.el('tr', { class: significant ? 'significant' : '' },
      SEISM.el('td', { class: 'rank' }, String(m.rank)),
      SEISM.el('td', { class: 'thumb' }, SEISM.el('span', { class: 'plate' }, SEISM.el('img', { src: SEISM.svgSource(m.logo.forward), alt: '', loading: 'lazy' }))),
      SEISM.el('td', {}, SEISM.el('a', { href: '#motif-' + m.rank, class: 'consensus' }, m.consensus)),
      columns.map(([key]) => {
        const p = ps.find((r) => r.key === key);
        return SEISM.el('td', { class: 'numeric p ' + key + (p && p.headline ? ' headline' : '') }, p ? p.text : '–',
          p && p.headline ? SEISM.el('span', { class: 'mark', title: significant ? 'kept' : 'not kept' }, significant ? ' ✓' : ' ○') : null);
      }),
      SEISM.el('td', {}, SEISM.direct(report, m)),
      SEISM.el('td', { class: 'numeric' }, SEISM.number(SEISM.direction(report, m).value)),
      SEISM.el('td', { class: 'numeric' }, SEISM.count(m.support)));
  });
  return SEISM.el('section', { class: 'card', 'aria-labelledby': 'overview' },
    SEISM.el('h2', { id: 'overview' }, 'Motifs'),
    SEISM.el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'overview' },
      SEISM.el('table', { class: 'overview' }, SEISM.el('thead', {}, head), SEISM.el('tbody', {}, rows))),
    SEISM.el('p', { class: 'note' }, '✓ kept at ' + SEISM.level(report) + ', ○ not; '
      + SEISM.nullWords(report) + '.' + (has('naive') ? ' * The naive p-value ignores that the same data chose the motif. It is not valid and only shown for comparison.' : '')));
};

SEISM.downloads = function (report) {
  if (!report.files.length) {
    return null;
  }
  const size = (n) => n < 1000 ? n + ' B' : n < 1e6 ? Math.round(n / 1000) + ' kB' : SEISM.number(n / 1e6) + ' MB';
  return SEISM.el('section', { class: 'card', 'aria-labelledby': 'downloads' }, SEISM.el('h2', { id: 'downloads' }, 'Downloads'),
    SEISM.el('p', { class: 'note' }, 'The same bytes as the files beside this report. Logos and charts are saved from the cards above.'),
    SEISM.el('div', { class: 'files' }, report.files.filter((f) => !f.name.startsWith('logo-')).map((file) => SEISM.el('button', { type: 'button', 'data-file': file.name,
      click: async () => SEISM.save(file.name, await SEISM.fileBlob(file)) }, file.name.split('/').pop(), SEISM.el('span', { class: 'muted' }, ' ' + size(file.size))))));
};

SEISM.quality = function (report) {
  const q = report.quality;
  const notes = report.notes.length ? SEISM.el('ul', { class: 'plain' }, report.notes.map((n) => SEISM.el('li', {}, n))) : null;
  if (!q && !notes) {
    return null;
  }
  return SEISM.el('section', { class: 'card', 'aria-labelledby': 'quality' }, SEISM.el('h2', { id: 'quality' }, 'Data quality'),
    q ? SEISM.el('p', {}, SEISM.plural(q.read, 'record', 'records') + ' read, ' + (q.leftOut === 0 ? 'none left out.' : SEISM.count(q.leftOut) + ' left out.')) : null,
    notes,
    q && q.rows.length ? SEISM.el('details', { class: 'more' }, SEISM.el('summary', {}, 'Records left out or remarked on'),
      SEISM.el('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': 'Records left out' }, SEISM.el('table', {},
        SEISM.el('thead', {}, SEISM.el('tr', {}, ['Record', 'Identifier', 'Used', 'Reason'].map((t) => SEISM.el('th', { scope: 'col' }, t)))),
        SEISM.el('tbody', {}, q.rows.map((r) => SEISM.el('tr', {}, [String(r.number), r.id, r.kept ? 'yes' : 'no', r.reason].map((t) => SEISM.el('td', {}, t))))))),
      q.remarked > q.rows.length ? SEISM.el('p', { class: 'note' }, 'and ' + SEISM.count(q.remarked - q.rows.length) + ' more') : null) : null);
};

SEISM.settings = function (report) {
  const copy = SEISM.el('button', { type: 'button', click: () => SEISM.copy(report.command, copy) }, 'Copy');
  return SEISM.el('section', { class: 'card', 'aria-labelledby': 'settings' }, SEISM.el('h2', { id: 'settings' }, 'How it was made'),
    report.command ? [SEISM.el('p', { class: 'note' }, 'The same input and this command give the same result, bit for bit.'),
      SEISM.el('div', { class: 'command' }, SEISM.el('code', {}, report.command), copy)] : null,
    SEISM.el('div', { class: 'settings' }, report.settings.map((g) => SEISM.el('div', {}, SEISM.el('h4', {}, g.title),
      SEISM.el('dl', {}, g.rows.map(([name, value]) => SEISM.el('div', {}, SEISM.el('dt', {}, name), SEISM.el('dd', {}, value))))))));
};

SEISM.guide = () => SEISM.el('section', { class: 'card guide', 'aria-labelledby': 'guide' },
  SEISM.el('h2', { id: 'guide' }, 'Reading the p-values'),
  SEISM.el('div', { class: 'guide-grid' }, SEISM.readingGuide.map(([q, a]) => SEISM.el('div', {}, SEISM.el('h4', {}, q), SEISM.el('p', {}, a)))));

SEISM.foot = (report) => SEISM.el('footer', {},
  SEISM.el('p', {}, 'SEISM' + (report.version ? ' ' + report.version : '') + '. Method: Villié, Veber, de Castro, Jacob, “Neural Networks beyond '
    + 'explainability: Selective inference for sequence motifs”, TMLR 2023. Charts: Apache ECharts.'));
