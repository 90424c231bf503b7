// A host of the plant: `serve ADDRESS:PORT…` answers whatever comes, `call FROM>TO:PORT[/FUNCTION]…` opens a session,
// sends and waits for the answer.
import net from 'node:net';

const [word, ...list] = process.argv.slice(2);

if (word === 'serve') {
    for (const each of list) {
        const [host, port] = each.split(':');
        net.createServer(socket => socket.on('error', () => {}).on('data', data => socket.end(data))).listen(
            Number(port),
            host,
        );
    }
} else {
    for (const each of list) {
        const [, from, to, port, code] = /^(.*)>(.*):(\d+)(?:\/(\d+))?$/.exec(each);
        const socket = net.connect({ host: to, port: Number(port), localAddress: from });
        socket.on('error', () => {});
        socket.on('connect', () =>
            socket.write(code === undefined ? 'hello' : Buffer.from([0, 1, 0, 0, 0, 6, 1, Number(code), 0, 0, 0, 1])),
        );
        await Promise.race([
            new Promise(resolve => socket.once('data', resolve).once('error', resolve)),
            new Promise(resolve => setTimeout(resolve, 300)),
        ]);
        socket.destroy();
    }
}
