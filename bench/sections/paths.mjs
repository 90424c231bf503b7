import { pairs } from '../lib/pairs.mjs';
import { exponent } from '../lib/statistics.mjs';
import { digits, printTable, time } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

/** `iacs paths` from the first to the last zone: 10,000 assets with 5,000 flows, ten times as many, and the growth between. */
export async function section(place) {
  const header = ['model', '10,000 assets, 5,000 flows', '100,000 assets, 50,000 flows', 'exponent', 'runs'];
  const rows = [];
  for (const variant of ['flat', 'nested']) {
    if (!place.built) {
      rows.push([variant, 'not built', '', '', '']);
      continue;
    }
    try {
      const [small, large] = [10_000, 100_000].map(assets => place.model({ assets, variant, comments: 'some', flows: assets / 2 }));
      const ask = model => whenBuilt(place, 'paths', '--from', model.probe.from, '--to', model.probe.to, model.root);
      const result = await pairs(ask(large), ask(small), place.largeRuns);
      rows.push([variant, time(result.b), time(result.a), digits(exponent(1, result.ratio, 10)), place.largeRuns]);
    } catch (error) {
      rows.push([variant, error.message, '', '', '']);
    }
  }
  printTable('## paths between two zones, whole processes', header, rows);
}
