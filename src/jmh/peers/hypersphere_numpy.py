#!/usr/bin/env python3
"""Hypersphere directions under the gaussian null, written straight down in numpy.

The alternative that SEISM's sampler is measured against: the kernel of kernelPSI (Slim et al., ICML 2019) on the same
activation matrix, phenotype and selected motifs, which org.seism.inference.KernelComparison writes as .npy files.
Usage: hypersphere_numpy.py DIRECTORY SECONDS CSV-FILE LABEL; appends one line per motif to the csv file.
One thread: set OMP_NUM_THREADS=1 and the like before the start, as run.sh does. Times are processor times.
"""
import sys
import time

import numpy as np


def effective_sample_size(series):
    """Geyer's initial monotone sequence, as org.seism.inference.EffectiveSampleSize."""
    n = len(series)
    centred = series - series.mean()
    variance = centred @ centred
    total, previous, lag = 0.0, np.inf, 0
    while lag + 1 < n:
        pair = (centred[: n - lag] @ centred[lag:] + centred[: n - lag - 1] @ centred[lag + 1:]) / variance
        pair = min(previous, pair)
        if pair <= 0:
            break
        total += pair
        previous = pair
        lag += 2
    return max(1.0, min(n, n / max(1.0, 2 * total - 1)))


def basis(columns):
    return np.linalg.qr(np.column_stack(columns))[0]


class Sampler:
    """Null of one motif: N holds the intercept and the motifs before it; the event has a step for each motif up to it."""

    def __init__(self, phi, y, selected, motif, rng):
        n = len(y)
        self.phi, self.rng = phi, rng
        columns = [np.ones(n)] + [phi[g] for g in selected[:motif]]
        self.nuisance = basis(columns)
        residual = self.project(y)
        radius = np.linalg.norm(residual)
        self.u = residual / radius
        fit = (y - residual) / radius
        e = self.project(phi[selected[motif]])
        self.e = e / np.linalg.norm(e)
        norms = np.einsum("gi,gi->g", phi, phi)
        # step i: |offset_g + phi_g^T u| / s_g <= |offset_w + phi_w^T u| / s_w for all g
        self.steps = []
        for i in range(motif + 1):
            b = basis(columns[: i + 1])
            s2 = norms - ((phi @ b) ** 2).sum(axis=1)
            inverse = np.where(s2 > 1e-10 * norms, 1 / np.sqrt(np.maximum(s2, 1e-300)), 0)
            offset = phi @ (fit - b @ (b.T @ fit))
            self.steps.append((offset, inverse * (1 - 1e-9), selected[i], 1 / np.sqrt(s2[selected[i]])))
        self.x = phi @ self.u
        self.trials = 0

    def project(self, v):
        v = v - self.nuisance @ (self.nuisance.T @ v)
        return v - self.nuisance @ (self.nuisance.T @ v)

    def inside(self, x):
        self.trials += 1
        for offset, inverse, winner, inverse_winner in self.steps:
            a = np.abs(offset + x)
            if (a * inverse).max() > a[winner] * inverse_winner:
                return False
        return True

    def step(self):
        w = self.project(self.rng.standard_normal(len(self.u)))
        w -= (w @ self.u) * self.u
        w /= np.linalg.norm(w)
        gamma = self.phi @ w
        angle = self.rng.uniform(0, 2 * np.pi)
        low, high = angle - 2 * np.pi, angle
        for _ in range(400):
            x = np.cos(angle) * self.x + np.sin(angle) * gamma
            if self.inside(x):
                self.u = np.cos(angle) * self.u + np.sin(angle) * w
                self.x = x
                break
            if angle < 0:
                low = angle
            else:
                high = angle
            angle = self.rng.uniform(low, high)
        return abs(self.e @ self.u)


def main(directory, seconds, csv, label):
    phi = np.load(directory + "/phi_transposed.npy")
    y = np.load(directory + "/y.npy")
    selected = np.load(directory + "/selected.npy").astype(int)
    for motif in range(len(selected)):
        sampler = Sampler(phi, y, selected, motif, np.random.default_rng(1))
        if not sampler.inside(sampler.x):
            raise SystemExit("the observed phenotype is outside its own selection event")
        sampler.trials = 0
        series = []
        start = time.process_time()
        while time.process_time() - start < seconds:
            series.append(sampler.step())
        cpu = time.process_time() - start
        line = "%s,%d,%d,%.3f,%.2f,%.2f" % (label, motif + 1, len(series), cpu,
                                            effective_sample_size(np.array(series)), sampler.trials / len(series))
        print(line)
        with open(csv, "a") as out:
            out.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4])
