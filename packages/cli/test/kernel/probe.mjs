// Sends probes from the network namespace that it runs in: a JSON array of probes a line, answered with "done" when all
// of them were sent.
import dgram from 'node:dgram';
import net from 'node:net';
import readline from 'node:readline';

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

async function udp({ from, to, port, source, kind }) {
    const socket = dgram.createSocket(kind === 6 ? 'udp6' : 'udp4');
    socket.on('error', () => {});
    await new Promise(resolve => {
        socket.once('error', resolve);
        socket.bind(source, from, () => socket.send('probe', port, to, resolve));
    });
    socket.close();
}

async function tcp({ from, to, port, source }) {
    const socket = net.connect({ host: to, port, localAddress: from, localPort: source });
    await Promise.race([new Promise(resolve => socket.once('connect', resolve).once('error', resolve)), pause(15)]);
    socket.on('error', () => {});
    socket.destroy();
}

for await (const line of readline.createInterface({ input: process.stdin })) {
    const probes = JSON.parse(line);
    for (let at = 0; at < probes.length; at += 50)
        await Promise.all(
            probes.slice(at, at + 50).map(probe => (probe.transport === 'udp' ? udp(probe) : tcp(probe))),
        );
    process.stdout.write('done\n');
}
