/** What changes when: what `iacs forecast` prints. */
export { type Forecast, forecastOf, forecastJson, type ForecastInput } from './forecast.ts';
export type { ForecastEvent } from './following.ts';
export { forecastText } from './to-text.ts';
export { forecastIcs } from './to-ics.ts';
export { forecastSvg } from './to-svg.ts';
