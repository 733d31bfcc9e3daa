"""CPU seconds of numpy, one thread, for the work of bench/regression.ts: a JSON object on stdout."""

import json
import sys
import time

import numpy as np

rows, columns, runs = (int(word) for word in sys.argv[1:4])
random = np.random.default_rng(1)
a = random.standard_normal((rows, columns))
b = random.standard_normal(rows)


def median(work):
    work()
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return sorted(seconds)[(runs - 1) // 2]


result = {
    "numpy QR, R only": median(lambda: np.linalg.qr(a, mode="r")),
    "numpy QR, Q and R": median(lambda: np.linalg.qr(a)),
    "numpy scores from Q": median(lambda: (np.linalg.qr(a)[0] ** 2).sum(axis=1)),
    "numpy lstsq": median(lambda: np.linalg.lstsq(a, b, rcond=None)),
}
print(json.dumps(result | {"version": np.__version__}))
