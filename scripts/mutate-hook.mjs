/** Puts one mutant in the place of what is in a file, while a process loads it; the file itself stays as it is. */
import { registerHooks } from 'node:module';

const { url, start, end, put } = JSON.parse(process.env.IACS_MUTANT);

registerHooks({
    load(loaded, context, next) {
        const result = next(loaded, context);
        if (loaded !== url) return result;
        const text = Buffer.from(result.source).toString('utf8');
        return { ...result, source: `${text.slice(0, start)}${put}${text.slice(end)}` };
    },
});
