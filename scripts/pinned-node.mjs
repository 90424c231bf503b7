/**
 * Imported first by what needs the Node that the project pins: says so where it was started with an older one.
 * npm puts the pinned Node first, so `npm run …` works on a machine with Node 20.
 */
const [major] = process.versions.node.split('.').map(Number);
if (major < 22) {
    console.error(`This needs Node.js 22 or newer, and was started with ${process.versions.node}. Run: npm run bundle`);
    process.exit(2);
}
