/** jsdom has no types of its own; tests use a page as any browser has it. */
declare module 'jsdom';
