/*
 * The phenotype against how well the motif fits. Words have few different activations, so that a plain scatter would be a
 * few overprinted columns of points: they are spread sideways by their density instead, as in a sina plot.
 */
'use strict';

/** Levels of an activation with their names; null where there are too many for columns. */
SEISM.levels = function (motif) {
  const levels = motif.values.levels;
  if (levels.length > 24) {
    return null;
  }
  const b2 = motif.bandwidth * motif.bandwidth;
  const mismatches = Array.from(levels, (a) => a > 0 ? -Math.log(a) * b2 : Infinity);
  const plain = mismatches.every((m) => m === Infinity || Math.abs(m - Math.round(m)) < 1e-6);
  return { name: plain ? 'Mismatches of the best site' : 'Activation',
    labels: Array.from(levels, (a, i) => plain ? (a > 0 ? String(Math.round(mismatches[i])) : 'no site') : SEISM.number(a, 2)) };
};

/**
 * Deterministic spread in (-1, 1). With the plastic number in place of the golden ratio, two coordinates together fill a
 * rectangle evenly without rows and columns (Roberts 2018).
 */
SEISM.spread = (i, coordinate = 0) => 2 * ((0.5 + i * (coordinate === 0 ? 0.7548776662466927 : 0.5698402909980532)) % 1) - 1;

/** Points of one column, each moved sideways in proportion to the density around it. */
SEISM.column = function (centre, half, rows, at, lowest, highest) {
  const bins = 24;
  const bin = (i) => Math.min(bins - 1, Math.floor(bins * (at(i) - lowest) / (highest - lowest || 1)));
  const counts = new Array(bins).fill(0);
  rows.forEach((i) => counts[bin(i)]++);
  const most = Math.max(...counts, 4);
  return rows.map((i, k) => {
    const b = bin(i);
    return [centre + half * Math.sqrt(counts[b] / most) * SEISM.spread(k) * (counts[b] === 1 ? 0 : 1), i];
  });
};

SEISM.mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

SEISM.activationFigure = function (report, motif) {
  const y = report.data.values.y;
  const levels = SEISM.levels(motif);
  const many = y.length > 1500;
  const base = { canvas: many, points: y.length, height: 280, name: motif.name + '-activation',
    tooltipOf: (i) => SEISM.escape(report.data.ids[i]) + '<br>' + SEISM.escape(report.data.phenotype) + ' = ' + SEISM.number(y[i], 5)
      + '<br>activation ' + SEISM.number(motif.values.activation(i)) };
  return report.data.binary ? SEISM.classesFigure(report, motif, levels, base) : SEISM.scatterFigure(report, motif, levels, base);
};

SEISM.pointSize = (n) => n > 3000 ? 3 : n > 600 ? 4 : 6;

/** A measured phenotype: one column of points per level with its mean, or a scatter plot with the fitted line. */
SEISM.scatterFigure = function (report, motif, levels, base) {
  const y = report.data.values.y;
  const n = y.length;
  const all = Array.from(y, (_, i) => i);
  const a = all.map((i) => motif.values.activation(i));
  const lowest = all.reduce((m, i) => Math.min(m, y[i]), Infinity);
  const highest = all.reduce((m, i) => Math.max(m, y[i]), -Infinity);
  const groups = levels ? levels.labels.map((_, l) => all.filter((i) => motif.values.index[i] === l)) : [];
  const points = levels ? groups.flatMap((rows, l) => SEISM.column(l, 0.42, rows, (i) => y[i], lowest, highest))
    : all.map((i) => [a[i], i]);
  const means = groups.map((rows) => SEISM.mean(rows.map((i) => y[i])));
  const direction = SEISM.direction(report, motif);
  const ends = levels ? null : SEISM.line(a, y);
  const words = levels ? 'Means from worst to best fit: ' + means.map((m, l) => levels.labels[l] + ': ' + SEISM.number(m)).join('; ') + '.' : '';
  return SEISM.figure(Object.assign({}, base, {
    title: 'Phenotype against motif', label: 'Phenotype of ' + SEISM.count(n) + ' sequences against the motif’s activation; '
      + 'sequences that fit better have ' + direction.text + '. ' + words,
    note: (levels ? 'Each point a sequence, the better the motif fits the further right; bars are means.'
      : 'Each point a sequence; the line is the least-squares fit.') ,
    option: (palette, width) => ({
      grid: { left: 30, right: 14, top: 14, bottom: 34, containLabel: true },
      xAxis: levels ? SEISM.namedAxis(levels.name, levels.labels) : { type: 'value', name: 'Activation', splitLine: { show: false } },
      yAxis: { type: 'value', name: report.data.phenotype.slice(0, 40), scale: true, axisLine: { show: false } },
      tooltip: { formatter: (p) => p.data && p.data.length === 3 ? base.tooltipOf(p.data[2]) : p.seriesName === 'mean'
        ? levels.name + ': ' + levels.labels[p.dataIndex] + '<br>mean ' + SEISM.number(means[p.dataIndex]) + ', '
          + SEISM.plural(groups[p.dataIndex].length, 'sequence', 'sequences') : '' },
      series: [{ type: 'scatter', name: 'sequences', large: false, symbolSize: SEISM.pointSize(n), data: points.map(([x, i]) => [x, y[i], i]),
        itemStyle: { color: palette.blue, opacity: n > 3000 ? 0.25 : n > 600 ? 0.4 : 0.55 } }]
        .concat(levels ? [SEISM.meanBars(means, palette, width)]
          : [{ type: 'line', symbol: 'none', silent: true, data: ends, lineStyle: { color: palette.accent, width: 2 } }]),
    }),
  }));
};

/** Case and control: how well the motif fits, a discrete violin of points per class. */
SEISM.classesFigure = function (report, motif, levels, base) {
  const d = report.data;
  const y = d.values.y;
  const all = Array.from(y, (_, i) => i);
  const place = (i) => levels ? motif.values.index[i] : motif.values.activation(i);
  const top = levels ? levels.labels.length - 1 : motif.values.levels[motif.values.levels.length - 1];
  const groups = [0, 1].map((c) => all.filter((i) => y[i] === d.classes[c]));
  const bins = levels ? levels.labels.length : 24;
  const binOf = (i) => levels ? place(i) : Math.min(bins - 1, Math.floor(bins * place(i) / (top || 1)));
  const shares = groups.map((rows) => {
    const counts = new Array(bins).fill(0);
    rows.forEach((i) => counts[binOf(i)]++);
    return counts.map((c) => c / Math.max(1, rows.length));
  });
  const most = Math.max(...shares.flat());
  const points = groups.map((rows, c) => {
    const seen = new Array(bins).fill(0);
    return rows.map((i) => {
      const s = ++seen[binOf(i)];
      const height = levels ? place(i) + 0.3 * SEISM.spread(s, 1) : place(i);
      return [c + 0.44 * shares[c][binOf(i)] / most * SEISM.spread(s), height, i];
    });
  });
  const names = [0, 1].map((c) => SEISM.className(report, c));
  const best = (c) => levels ? groups[c].filter((i) => place(i) === top).length : 0;
  const sentence = levels ? [1, 0].map((c) => SEISM.count(best(c)) + ' of ' + SEISM.count(groups[c].length) + ' ' + names[c]).join(', ') : '';
  const size = SEISM.pointSize(y.length);
  const bestName = levels && levels.labels[levels.labels.length - 1] === '0' ? 'Exact match' : 'Best fit';
  return SEISM.figure(Object.assign({}, base, {
    title: 'Motif in the two classes', label: 'Activation of the motif in two classes, the better the higher. '
      + (levels ? bestName + ': ' + sentence + '.' : ''),
    note: (levels ? bestName + ': ' + sentence + '. ' : '') + 'Each point a sequence; the width shows the share of its class.',
    option: (palette) => ({
      grid: { left: 30, right: 14, top: 10, bottom: 24, containLabel: true },
      xAxis: SEISM.namedAxis('', names.map((name, c) => (name.length > 24 ? name.slice(0, 22) + ' …' : name) + '\n' + SEISM.count(groups[c].length))),
      yAxis: levels ? SEISM.namedAxis(SEISM.isPrinting() ? levels.name.split(' ')[0] : levels.name, levels.labels, { axisLine: { show: false }, splitLine: { show: true } })
        : { type: 'value', name: 'Activation', min: 0, axisLine: { show: false } },
      tooltip: { formatter: (p) => p.data && p.data.length === 3 ? base.tooltipOf(p.data[2]) : '' },
      series: [0, 1].map((c) => ({ type: 'scatter', name: names[c], symbolSize: size, symbol: c === 1 ? 'circle' : 'diamond',
        data: points[c],
        itemStyle: { color: c === 1 ? palette.blue : palette.bar, opacity: y.length > 600 ? 0.5 : 0.8 } })),
    }),
  }));
};

/** Means as short bars. */
SEISM.meanBars = (means, palette, width) => ({ type: 'scatter', name: 'mean', symbol: 'rect', z: 5,
  symbolSize: [Math.max(12, 0.5 * (width - 70) / (means.length + 0.2)), 3], data: means.map((m, l) => [l, m]), itemStyle: { color: palette.accent } });

/** A numeric axis that names the whole numbers: points may stand between two of them, which a category axis forbids. */
SEISM.namedAxis = (name, labels, more) => Object.assign({ type: 'value', name, min: -0.6, max: labels.length - 0.4, minInterval: 1, maxInterval: 1,
  splitLine: { show: false }, axisTick: { show: false }, texts: labels,
  axisLabel: { formatter: (v) => labels[Math.round(v)] !== undefined && Math.abs(v - Math.round(v)) < 1e-6 ? labels[Math.round(v)] : '' } }, more);

/** Ends of the least-squares line. */
SEISM.line = function (x, y) {
  const mx = SEISM.mean(x);
  const my = SEISM.mean(Array.from(y));
  let sxy = 0;
  let sxx = 0;
  x.forEach((v, i) => { sxy += (v - mx) * (y[i] - my); sxx += (v - mx) ** 2; });
  const slope = sxx > 0 ? sxy / sxx : 0;
  const low = x.reduce((m, v) => Math.min(m, v), Infinity);
  const high = x.reduce((m, v) => Math.max(m, v), -Infinity);
  return [[low, my + slope * (low - mx)], [high, my + slope * (high - mx)]];
};
