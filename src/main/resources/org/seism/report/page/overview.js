/* Everything around the cards: heading, table of motifs, downloads, settings, how to read it. */
'use strict';

SEISM.heading = function (report, title, lead) {
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
    SEISM.el('h1', {}, title || SEISM.headline(report)),
    SEISM.el('p', { class: 'lead' }, lead || SEISM.subline(report)));
};

/** A link to what a remark means. */
SEISM.why = (topic) => topic && SEISM.explanations[topic] ? SEISM.el('a', { href: '#why-' + topic, class: 'why' }, SEISM.explanations[topic][0]) : null;

SEISM.notices = function (report) {
  if (!report.warnings.length) {
    return null;
  }
  return SEISM.el('section', { class: 'warnings', 'aria-label': 'Warnings' },
    SEISM.el('ul', {}, report.warnings.map((w) => SEISM.el('li', {}, w.text + ' ', SEISM.why(w.topic)))));
};

/** What the checks found and what was left out; a line where all is well. */
SEISM.checks = function (report) {
  const q = report.quality;
  const found = report.checks || [];
  if (!report.checks && !q && !report.notes.length) {
    return null;
  }
  const read = q ? SEISM.plural(q.read, 'record', 'records') + ' read, ' + (q.leftOut === 0 ? 'none left out.' : SEISM.count(q.leftOut) + ' left out.') : '';
  const quiet = report.checks && found.length === 0 ? 'No copies among the sequences, and the phenotype goes with neither their length nor their composition. ' : '';
  const kinds = { copies: 'Copies', confounder: 'Confounder', noise: 'Noise', strata: 'Thin strata', letters: 'Letters' };
  return SEISM.el('section', { class: 'card checks' + (found.length ? ' found' : ''), 'aria-labelledby': 'checks' },
    SEISM.el('h2', { id: 'checks' }, found.length ? 'What the checks found' : 'Checks'),
    found.length ? SEISM.el('ul', { class: 'findings' }, found.map((c) => SEISM.el('li', {}, SEISM.el('strong', {}, kinds[c.topic]), ' ', c.finding + ' ',
      SEISM.el('span', { class: 'remedy' }, c.remedy), ' ', SEISM.why(c.topic)))) : null,
    SEISM.el('p', {}, quiet + read),
    report.notes.length ? SEISM.el('ul', { class: 'plain' }, report.notes.map((n) => SEISM.el('li', {}, n))) : null,
    q && q.rows.length ? SEISM.el('details', { class: 'more' }, SEISM.el('summary', {}, 'Records left out or remarked on'),
      SEISM.el('div', { class: 'scroll tall', tabindex: '0', role: 'group', 'aria-label': 'Records left out' }, SEISM.el('table', {},
        SEISM.el('thead', {}, SEISM.el('tr', {}, ['Record', 'Identifier', 'Used', 'Reason'].map((t) => SEISM.el('th', { scope: 'col' }, t)))),
        SEISM.el('tbody', {}, q.rows.map((r) => SEISM.el('tr', {}, [String(r.number), r.id, r.kept ? 'yes' : 'no', r.reason].map((t) => SEISM.el('td', {}, t))))))),
      q.remarked > q.rows.length ? SEISM.el('p', { class: 'note' }, 'and ' + SEISM.count(q.remarked - q.rows.length) + ' more') : null) : null);
};

/** Columns of the overview: title, what is shown, and what rows are sorted by. */
SEISM.overviewColumns = function (report) {
  const has = (key) => report.motifs.some((m) => m[key]);
  const selected = report.kind === 'selected';
  const p = (m, key) => SEISM.pValues(report, m).find((r) => r.key === key);
  const pColumns = selected ? [] : [['list', 'List'], ['sampled', 'Motif'], ['exact', 'Closed form'], ['split', 'Data split'], ['naive', 'Naive*']]
    .filter(([key]) => key === 'list' ? report.motifs.some((m) => p(m, 'list')) : has(key))
    .map(([key, name]) => ({ title: 'p\u00a0' + name.toLowerCase(), css: 'numeric p ' + key, sort: (m) => p(m, key) ? p(m, key).log10 : 1,
      show: (m) => p(m, key) ? p(m, key).text : '–', cellCss: (m) => p(m, key) && p(m, key).headline ? ' headline' : '' }));
  const share = (k) => (m) => m.matrix.of[k] ? m.matrix.with[k] / m.matrix.of[k] : 0;
  const d = report.data;
  const shares = d.binary ? [1, 0].map((k) => ({ title: 'Site in ' + SEISM.shortName(SEISM.className(report, k)), css: 'numeric', down: true, sort: share(k), show: (m) => SEISM.percent(share(k)(m)) }))
    : [{ title: 'With site', css: 'numeric', down: true, sort: share(0), show: (m) => SEISM.percent(share(0)(m)) },
      { title: 'Mean with / without', css: 'numeric', down: true, sort: (m) => (m.matrix.meanWith || 0) - (m.matrix.meanWithout || 0),
        show: (m) => SEISM.number(m.matrix.meanWith) + ' / ' + SEISM.number(m.matrix.meanWithout) }];
  const holm = report.motifs.some((m) => m.list === undefined) && !selected && report.kind !== 'split';
  return [
    { title: 'Rank', css: 'rank', sort: (m) => m.rank, show: (m) => String(m.rank) },
    { title: 'Logo', css: 'thumb', show: (m) => SEISM.el('span', { class: 'plate' }, SEISM.el('img', { src: SEISM.svgSource(m.logo.forward), alt: '', loading: 'lazy' })) },
    { title: 'Motif', css: '', sort: (m) => m.consensus, show: (m) => [SEISM.el('a', { href: '#motif-' + m.rank, class: 'consensus' }, m.consensus),
      SEISM.resembles(m) ? SEISM.el('span', { class: 'like' }, 'resembles ' + SEISM.resembles(m)) : null] },
    // what is asked for first comes first: a narrow window shows the verdict and its p-value without scrolling
    ...pColumns.slice(0, 1),
    selected ? null : { title: 'Verdict', css: 'kept', sort: (m) => m.kept ? 0 : 1, show: (m) => m.kept ? '✓\u00a0kept' : '○\u00a0not\u00a0kept' },
    ...pColumns.slice(1),
    holm ? { title: 'p\u00a0Holm', css: 'numeric', sort: (m) => m.holm, show: (m) => SEISM.p(m.holm) } : null,
    ...shares,
    { title: 'Exact', css: 'numeric', down: true, sort: (m) => m.counts.sequences[0], show: (m) => SEISM.count(m.counts.sequences[0]) + (m.counts.few ? '\u00a0(few)' : '') },
    selected ? { title: 'Direction', css: '', sort: (m) => SEISM.direction(report, m).value, show: (m) => SEISM.direct(report, m) }
      : { title: 'Partial r', css: 'numeric', down: true, sort: (m) => SEISM.direction(report, m).value, show: (m) => {
        const way = SEISM.direction(report, m);
        return SEISM.el('span', { class: 'direction ' + way.word, title: way.text }, SEISM.el('span', {}, way.sign), '\u00a0' + SEISM.number(way.value));
      } },
    selected ? { title: 'Variance explained', css: 'numeric', down: true, sort: (m) => m.r2, show: (m) => SEISM.percent(m.r2) } : null,
  ].filter(Boolean);
};

SEISM.shortName = (name) => name.length > 18 ? name.slice(0, 16) + ' …' : name;

SEISM.overviewTable = function (report) {
  const columns = SEISM.overviewColumns(report);
  const body = SEISM.el('tbody', {});
  const lines = report.motifs.map((m) => ({ m, row: SEISM.el('tr', { class: m.kept ? 'significant' : '' },
    columns.map((c) => SEISM.el('td', { class: c.css + (c.cellCss ? c.cellCss(m) : '') }, c.show(m)))) }));
  let sorted = { column: 0, descending: false };
  const heads = columns.map((c, k) => SEISM.el('th', { scope: 'col', class: c.css },
    c.sort ? SEISM.el('button', { type: 'button', class: 'sort', click: () => {
      sorted = { column: k, descending: sorted.column === k ? !sorted.descending : Boolean(c.down) };
      order();
      SEISM.announce('Sorted by ' + c.title + (sorted.descending ? ', largest first' : ', smallest first'));
    } }, c.title, SEISM.el('span', { class: 'arrow', 'aria-hidden': 'true' })) : c.title));

  function order() {
    const c = columns[sorted.column];
    const sign = sorted.descending ? -1 : 1;
    body.replaceChildren(...lines.slice().sort((a, b) => {
      const va = c.sort(a.m);
      const vb = c.sort(b.m);
      return sign * (va < vb ? -1 : va > vb ? 1 : 0) || a.m.rank - b.m.rank;
    }).map((l) => l.row));
    heads.forEach((h, k) => {
      if (columns[k].sort) {
        h.setAttribute('aria-sort', k === sorted.column ? (sorted.descending ? 'descending' : 'ascending') : 'none');
        h.querySelector('.arrow').textContent = k === sorted.column ? (sorted.descending ? '\u00a0▾' : '\u00a0▴') : '';
      }
    });
  }

  order();
  const naive = report.motifs.some((m) => m.naive);
  return SEISM.el('section', { class: 'card', 'aria-labelledby': 'overview' },
    SEISM.el('h2', { id: 'overview' }, 'Motifs'),
    SEISM.el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-labelledby': 'overview' },
      SEISM.el('table', { class: 'overview' }, SEISM.el('thead', {}, SEISM.el('tr', {}, heads)), body)),
    report.joint ? SEISM.el('p', { class: 'joint' }, report.joint) : null,
    SEISM.el('p', { class: 'note' }, report.kind === 'selected' ? 'In the order of selection. Nothing has been tested: these are no findings yet.'
      : 'Kept at ' + SEISM.level(report) + ' or not; ' + SEISM.nullWords(report) + '.'
        + (naive ? ' * The naive p-value ignores that the same data chose the motif. It is not valid and only shown for comparison.' : '')));
};

SEISM.downloads = function (report) {
  if (!report.files.length) {
    return null;
  }
  const size = (n) => n < 1000 ? n + ' B' : n < 1e6 ? Math.round(n / 1000) + ' kB' : SEISM.number(n / 1e6) + ' MB';
  return SEISM.el('section', { class: 'card screen-only', 'aria-labelledby': 'downloads' }, SEISM.el('h2', { id: 'downloads' }, 'Downloads'),
    SEISM.el('p', { class: 'note' }, 'The same bytes as the files beside this report. Logos and charts are saved from the cards above.'),
    SEISM.el('div', { class: 'files' }, report.files.filter((f) => !f.name.startsWith('logo-')).map((file) => SEISM.el('button', { type: 'button', 'data-file': file.name,
      disabled: file.data === undefined, click: async () => SEISM.save(file.name, await SEISM.fileBlob(file)) }, file.name.split('/').pop(),
    SEISM.el('span', { class: 'muted' }, ' ' + size(file.size))))),
    report.files.some((f) => f.data === undefined) ? SEISM.el('p', { class: 'note' }, 'Too large to travel in this page: '
      + report.files.filter((f) => f.data === undefined).map((f) => f.name).join(', ') + '. It lies beside the report.') : null);
};

SEISM.settings = function (report) {
  const copy = SEISM.el('button', { type: 'button', click: () => SEISM.copy(report.command, copy) }, 'Copy');
  return SEISM.el('section', { class: 'card', 'aria-labelledby': 'settings' }, SEISM.el('h2', { id: 'settings' }, 'How it was made'),
    report.command ? [SEISM.el('p', { class: 'note' }, 'The same input and this command give the same result, bit for bit.'),
      SEISM.el('div', { class: 'command' }, SEISM.el('code', {}, report.command), copy)] : null,
    SEISM.el('div', { class: 'settings' }, report.settings.map((g) => SEISM.el('div', {}, SEISM.el('h3', {}, g.title),
      SEISM.el('dl', {}, g.rows.map(([name, value]) => SEISM.el('div', {}, SEISM.el('dt', {}, name), SEISM.el('dd', {}, value))))))));
};

SEISM.guide = function (report) {
  const topics = new Set(report.warnings.concat(report.checks || []).map((w) => w.topic).filter((t) => SEISM.explanations[t]));
  const entry = ([q, a], id) => SEISM.el('div', id ? { id, tabindex: '-1' } : {}, SEISM.el('h3', {}, q), SEISM.el('p', {}, a));
  const general = report.kind === 'selected' ? SEISM.readingGuide.filter(([q]) => /logo|ordinary/.test(q)) : SEISM.readingGuide;
  return SEISM.el('section', { class: 'card guide', 'aria-labelledby': 'guide' },
    SEISM.el('h2', { id: 'guide' }, report.kind === 'selected' ? 'Reading this page' : 'Reading the p-values'),
    SEISM.el('div', { class: 'guide-grid' }, general.map((e) => entry(e)), Array.from(topics, (t) => entry(SEISM.explanations[t], 'why-' + t))));
};

SEISM.foot = (report) => SEISM.el('footer', {},
  SEISM.el('p', {}, 'SEISM' + (report.version ? ' ' + report.version : '') + '. Method: Villié, Veber, de Castro, Jacob, “Neural Networks beyond '
    + 'explainability: Selective inference for sequence motifs”, TMLR 2023. Charts: Apache ECharts.'));
