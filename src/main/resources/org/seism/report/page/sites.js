/* Sites: letters with their flanks, all windows of a matrix, and the table: search, sort, copy. Only rows in view are elements. */
'use strict';

/** Letters of a sequence from one place to another, read on the other strand where asked for; nothing beyond its ends. */
SEISM.letters = function (d, i, from, to, reverse) {
  const text = d.text.slice(d.offsets[i] + Math.max(0, from), Math.min(d.offsets[i] + to, d.offsets[i + 1]));
  return reverse ? SEISM.complement(d, text) : text;
};

SEISM.complement = function (d, text) {
  let turned = '';
  for (let k = text.length - 1; k >= 0; k--) {
    const a = d.letters.indexOf(text[k]);
    turned += a < 0 ? text[k] : d.letters[d.letters.length - 1 - a];
  }
  return turned;
};

/** Letters as numbers, -1 for those outside the alphabet; once for all motifs. */
SEISM.codes = function (d) {
  if (!d.codes) {
    const of = new Int8Array(128).fill(-1);
    for (let a = 0; a < d.letters.length; a++) {
      of[d.letters.charCodeAt(a)] = a;
    }
    d.codes = new Int8Array(d.text.length);
    for (let k = 0; k < d.text.length; k++) {
      d.codes[k] = of[d.text.charCodeAt(k)];
    }
  }
  return d.codes;
};

/**
 * All windows that the motif's matrix scores at or above its cut, by sequence and place: the rows of sites.tsv, by the same sums.
 * Null where the page does not hold the letters.
 */
SEISM.matrixSites = function (report, motif) {
  const d = report.data;
  if (d.text === undefined) {
    return null;
  }
  if (motif.found) {
    return motif.found;
  }
  const codes = SEISM.codes(d);
  const { width, logOdds } = motif.matrix;
  // the cut is a score of one of the sites, which a turned matrix adds up in another order
  const cut = motif.matrix.cut - 1e-8;
  const size = d.letters.length;
  const table = Float64Array.from(logOdds.flat());
  const found = { sequence: [], start: [], reverse: [], score: [], perSequence: new Int32Array(d.values.lengths.length) };
  const add = (i, at, reverse, score) => {
    found.sequence.push(i);
    found.start.push(at);
    found.reverse.push(reverse);
    found.score.push(score);
    found.perSequence[i]++;
  };
  // the most that the columns from one on can add: most windows are given up after a few letters
  const rest = new Float64Array(width + 1);
  for (let c = width - 1; c >= 0; c--) {
    rest[c] = rest[c + 1] + Math.max(...logOdds[c]);
  }
  const enough = cut - 1e-9;
  // a word that is bound to a place has its sites there: first start and the one after the last, for either strand
  const place = motif.matrix.place || [0, Infinity, 0, Infinity];
  for (let i = 0; i < d.values.lengths.length; i++) {
    const last = d.values.lengths[i] - width;
    for (let at = 0; at <= last; at++) {
      const from = d.offsets[i] + at;
      let score = 0;
      let c = 0;
      for (; c < width && score + rest[c] >= enough; c++) {
        const a = codes[from + c];
        score += a < 0 ? -Infinity : table[c * size + a];
      }
      if (c === width && score >= cut && at >= place[0] && at < place[1]) {
        add(i, at, 0, score);
      }
      if (d.bothStrands) {
        score = 0;
        for (c = 0; c < width && score + rest[c] >= enough; c++) {
          const a = codes[from + width - 1 - c];
          score += a < 0 ? -Infinity : table[c * size + size - 1 - a];
        }
        if (c === width && score >= cut && at >= place[2] && at < place[3]) {
          add(i, at, 1, score);
        }
      }
    }
  }
  motif.found = found;
  return found;
};

/** The sites as the file sites.tsv has them. */
SEISM.sitesTsv = function (report, motif) {
  const d = report.data;
  const s = SEISM.matrixSites(report, motif);
  const w = motif.matrix.width;
  return SEISM.tsv([['motif', 'sequence', 'start', 'end', 'strand', 'site', 'score']].concat(s.start.map((at, k) => [motif.name,
    d.ids[s.sequence[k]], at + 1, at + w, s.reverse[k] ? '-' : '+', SEISM.letters(d, s.sequence[k], at, at + w, s.reverse[k]),
    Math.round(100 * s.score[k]) / 100])));
};

/** The sites on the genome, as BED has them: from 0, the end behind the last letter, scores up to 1000. */
SEISM.sitesBed = function (report, motif) {
  const d = report.data;
  const r = d.values.regions;
  const s = SEISM.matrixSites(report, motif);
  const w = motif.matrix.width;
  const most = s.score.reduce((m, v) => Math.max(m, v), 1e-9);
  return s.start.map((at, k) => {
    const i = s.sequence[k];
    const from = r.start[i] + (r.reverse[i] ? d.values.lengths[i] - at - w : at);
    return [r.names[r.chromosome[i]], from, from + w, motif.name, Math.max(0, Math.round(1000 * s.score[k] / most)),
      Boolean(s.reverse[k]) === Boolean(r.reverse[i]) ? '+' : '-'].join('\t') + '\n';
  }).join('');
};

SEISM.FLANK = 8;

SEISM.siteColumns = function (report, motif) {
  const d = report.data;
  const v = motif.values;
  const all = SEISM.matrixSites(report, motif);
  const flank = (i, side) => {
    const start = v.start[i] - 1;
    const before = (side < 0) !== Boolean(v.reverse[i]);
    return SEISM.letters(d, i, before ? start - SEISM.FLANK : start + motif.width, before ? start : start + motif.width + SEISM.FLANK, v.reverse[i]);
  };
  return [
    { title: 'Sequence', css: 'wide', value: (i) => d.ids[i] },
    { title: d.phenotype || 'Phenotype', value: (i) => d.values.y[i], show: (i) => SEISM.number(d.values.y[i], 5), numeric: true },
    { title: 'Start', value: (i) => v.start[i], numeric: true },
    { title: 'End', css: 'extra', value: (i) => v.start[i] ? v.start[i] + motif.width - 1 : 0, numeric: true },
    { title: 'Strand', css: 'extra', value: (i) => v.start[i] ? (v.reverse[i] ? '-' : '+') : '', show: (i) => v.start[i] ? (v.reverse[i] ? '−' : '+') : '' },
    d.text === undefined ? null : { title: 'Before', css: 'extra flank before', value: (i) => flank(i, -1).toLowerCase() },
    { title: 'Site', css: 'word', value: (i) => v.word(i) },
    d.text === undefined ? null : { title: 'After', css: 'extra flank', value: (i) => flank(i, 1).toLowerCase() },
    { title: 'Activation', value: (i) => v.activation(i), show: (i) => SEISM.number(v.activation(i)), numeric: true },
    all === null ? null : { title: 'Matrix sites', css: 'extra', value: (i) => all.perSequence[i], numeric: true },
  ].filter(Boolean);
};

SEISM.siteTable = function (report, motif) {
  const ROW = 30;
  const count = motif.values.start.reduce((n, s) => n + (s > 0 ? 1 : 0), 0);
  let made = null;
  const details = SEISM.el('details', { class: 'more sites-of', toggle: () => {
    if (details.open) {
      if (!made) {
        made = build();
        details.append(...made.parts);
      }
      made.update();
    }
  } },
  SEISM.el('summary', {}, 'Sites', SEISM.el('span', { class: 'muted' }, ' the best match of the word in each of ' + SEISM.plural(count, 'sequence', 'sequences'))));

  function build() {
    const columns = SEISM.siteColumns(report, motif);
    const all = Array.from(report.data.values.y, (_, i) => i).filter((i) => motif.values.start[i] > 0);
    let rows = all;
    let sorted = { column: columns.findIndex((c) => c.title === 'Activation'), descending: true };
    const lower = report.data.ids.map((id) => id.toLowerCase());
    const body = SEISM.el('div', { class: 'rows' });
    const view = SEISM.el('div', { class: 'viewport', tabindex: '0', role: 'rowgroup', 'aria-label': 'Sites of ' + motif.name + ', scrollable' }, body);
    const status = SEISM.el('span', { class: 'muted', role: 'status' });
    const heads = columns.map((c, k) => SEISM.el('span', { role: 'columnheader', class: c.css },
      SEISM.el('button', { type: 'button', click: () => sort(k) }, c.title, SEISM.el('span', { class: 'arrow', 'aria-hidden': 'true' }))));
    const table = SEISM.el('div', { class: 'sites' + (columns.length > 8 ? '' : ' short'), role: 'table', 'aria-label': 'Sites of ' + motif.name },
      SEISM.el('div', { role: 'rowgroup' }, SEISM.el('div', { class: 'row head', role: 'row', 'aria-rowindex': '1' }, heads)), view);

    function cell(c, i) {
      const element = SEISM.el('span', { role: 'cell', class: [c.css || '', c.numeric ? 'numeric' : ''].join(' ').trim() }, String((c.show || c.value)(i)));
      if (c.css === 'wide') {
        element.title = c.value(i);
      }
      return element;
    }

    function paint() {
      const first = Math.max(0, Math.floor(view.scrollTop / ROW) - 4);
      const last = Math.min(rows.length, first + Math.ceil((view.clientHeight || 320) / ROW) + 9);
      table.style.setProperty('--scrollbar', view.offsetWidth - view.clientWidth + 'px');
      body.style.height = rows.length * ROW + 'px';
      body.replaceChildren(...rows.slice(first, last).map((i, k) => SEISM.el('div',
        { class: 'row', role: 'row', 'aria-rowindex': String(first + k + 2), style: 'transform:translateY(' + (first + k) * ROW + 'px)' },
        columns.map((c) => cell(c, i)))));
    }

    function update() {
      const c = columns[sorted.column];
      const sign = sorted.descending ? -1 : 1;
      rows = rows.slice().sort((a, b) => {
        const va = c.value(a);
        const vb = c.value(b);
        return sign * (c.numeric ? va - vb : va < vb ? -1 : va > vb ? 1 : 0) || a - b;
      });
      heads.forEach((h, k) => {
        h.setAttribute('aria-sort', k === sorted.column ? (sorted.descending ? 'descending' : 'ascending') : 'none');
        h.querySelector('.arrow').textContent = k === sorted.column ? (sorted.descending ? ' ▾' : ' ▴') : '';
      });
      table.setAttribute('aria-rowcount', String(rows.length + 1));
      status.textContent = rows.length === all.length ? SEISM.plural(all.length, 'sequence', 'sequences')
        : SEISM.count(rows.length) + ' of ' + SEISM.plural(all.length, 'sequence', 'sequences');
      view.scrollTop = 0;
      paint();
    }

    function sort(column) {
      sorted = { column, descending: sorted.column === column ? !sorted.descending : Boolean(columns[column].numeric) };
      update();
    }

    const search = SEISM.el('input', { type: 'search', placeholder: 'Search sequence or site', 'aria-label': 'Search the sites of ' + motif.name,
      input: () => {
        const wanted = search.value.trim().toLowerCase();
        rows = all.filter((i) => lower[i].includes(wanted) || motif.values.word(i).toLowerCase().includes(wanted));
        update();
      } });
    const copy = SEISM.el('button', { type: 'button', class: 'copy-table', click: () => SEISM.copy(SEISM.tsv(
      [columns.map((c) => c.title)].concat(rows.map((i) => columns.map((c) => c.value(i))))), copy) }, 'Copy table');
    view.addEventListener('scroll', paint, { passive: true });
    return { parts: [SEISM.el('div', { class: 'bar' }, search, copy, status), table], update };
  }
  return details;
};
