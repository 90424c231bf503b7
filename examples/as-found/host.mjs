// A host of the plant: `serve ADDRESS:PORT…` answers whatever comes, `call FROM>TO:PORT[/FUNCTION]…` opens a session,
// sends and waits for the answer.
import net from 'node:net';

const [word, ...list] = process.argv.slice(2);

if (word === 'serve') {
    const open = list.map(each => {
        const [host, port] = each.split(':');
        const server = net.createServer(socket => socket.on('error', () => {}).on('data', data => socket.end(data)));
        return new Promise(resolve => server.listen(Number(port), host, resolve));
    });
    await Promise.all(open);
    console.log('listening');
} else {
    await Promise.all(list.map(call));
}

/** What a firewall drops is not answered at all; what it lets through is, however long that takes. */
function call(each) {
    const [, from, to, port, code] = /^(.*)>(.*):(\d+)(?:\/(\d+))?$/.exec(each);
    const socket = net.connect({ host: to, port: Number(port), localAddress: from });
    return new Promise(resolve => {
        const dropped = setTimeout(() => socket.destroy(), 3000);
        socket
            .on('error', () => {})
            .on('data', () => socket.destroy())
            .on('close', resolve);
        socket.on('close', () => clearTimeout(dropped));
        socket.on('connect', () => {
            clearTimeout(dropped);
            socket.write(code === undefined ? 'hello' : Buffer.from([0, 1, 0, 0, 0, 6, 1, Number(code), 0, 0, 0, 1]));
        });
    });
}
