/* The view of the Null Sampler: how well the chains moved. No p-values: those are the next node's. */
'use strict';

SEISM.samplesPage = function (report) {
  const alike = report.motifs.filter((m) => m.sample.coarse);
  const heads = ['Motif', 'Replicates', 'Worth independent', 'Moved', 'Trials per move', 'Remark'];
  return [SEISM.heading(report, 'Null distributions of ' + SEISM.plural(report.motifs.length, 'motif', 'motifs') + ', '
    + SEISM.plural(report.motifs[0].sample.replicates, 'replicate', 'replicates') + ' each.',
  alike.length ? 'The replicates of motif ' + alike.map((m) => m.rank).join(', ') + ' are much alike: valid, but coarse. More thinning or more replicates help.'
    : 'The chains moved well.'),
  SEISM.notices(report),
  SEISM.el('main', {}, SEISM.el('section', { class: 'card', 'aria-labelledby': 'overview' }, SEISM.el('h2', { id: 'overview' }, 'How well the null was sampled'),
    SEISM.el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-labelledby': 'overview' }, SEISM.el('table', { class: 'samples' },
      SEISM.el('thead', {}, SEISM.el('tr', {}, heads.map((t, k) => SEISM.el('th', { scope: 'col', class: k > 0 && k < 5 ? 'numeric' : '' }, t)))),
      SEISM.el('tbody', {}, report.motifs.map((m) => SEISM.el('tr', {},
        SEISM.el('td', {}, SEISM.el('a', { href: '#motif-' + m.rank, class: 'consensus' }, m.consensus)),
        SEISM.el('td', { class: 'numeric' }, SEISM.count(m.sample.replicates)), SEISM.el('td', { class: 'numeric' }, SEISM.count(Math.round(m.sample.ess))),
        SEISM.el('td', { class: 'numeric' }, SEISM.percent(m.sample.moved)), SEISM.el('td', { class: 'numeric' }, m.sample.trials ? SEISM.number(m.sample.trials) : '–'),
        SEISM.el('td', {}, m.sample.coarse ? 'much alike' : m.sample.independent ? 'independent draws' : '')))))),
    SEISM.el('p', { class: 'note' }, 'Worth independent: the effective sample size. Moved: share of the replicates whose statistic differs from that of the one before. '
      + 'p-values are in the next node, Selective P-Values.')),
  report.motifs.map((m) => SEISM.el('article', { class: 'card motif', id: 'motif-' + m.rank, 'aria-labelledby': 'motif-title-' + m.rank },
    SEISM.el('header', {}, SEISM.el('h2', { id: 'motif-title-' + m.rank }, SEISM.el('span', { class: 'rank' }, 'Motif ' + m.rank),
      SEISM.el('span', { class: 'consensus' }, m.consensus)),
    m.sample.coarse ? SEISM.el('span', { class: 'verdict no' }, 'Replicates much alike') : null),
    SEISM.el('div', { class: 'figures' }, SEISM.traceFigure(m), SEISM.nullFigure({}, { name: m.name, sampled: m.sample }))))),
  SEISM.foot(report)];
};

SEISM.traceFigure = function (m) {
  const s = m.sample;
  const trace = SEISM.unpack(s.trace);
  const breaks = s.breaks;
  const data = [];
  Array.from(trace).forEach((t, k) => {
    if (breaks.includes(k)) {
      data.push([(k - 0.5) * s.every, null]);
    }
    data.push([k * s.every, t]);
  });
  return SEISM.figure({ title: 'Trace', name: m.name + '-trace', height: 280, canvas: trace.length > 1500, points: trace.length,
    label: 'The statistic of motif ' + m.rank + ' along the chain of ' + SEISM.count(s.states) + ' replicates, worth ' + SEISM.count(Math.round(s.ess)) + ' independent ones.',
    note: 'The statistic from replicate to replicate' + (s.every > 1 ? ', every ' + s.every + 'th shown' : '') + '. A trace that wanders slowly says that the '
      + 'replicates are alike; the line is the value of the data.',
    option: (palette) => ({
      grid: { left: 28, right: 14, top: 14, bottom: 34, containLabel: true },
      xAxis: { type: 'value', name: 'Replicate', min: 0, max: s.states, splitLine: { show: false } },
      yAxis: { type: 'value', name: '|partial correlation|', scale: true, axisLine: { show: false } },
      series: [{ type: 'line', symbol: 'none', data, silent: true, lineStyle: { color: palette.blue, width: 1 },
        markLine: { silent: true, symbol: ['none', 'none'], label: { show: false }, lineStyle: { color: palette.accent, width: 2, type: 'solid' },
          data: [{ yAxis: s.observed }] } }],
    }) });
};
