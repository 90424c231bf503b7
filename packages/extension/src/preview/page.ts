import { Uri, type Webview } from 'vscode';
import { nonce } from '../bytes.ts';
import { pageHtml } from './page-html.ts';

/** The page of the diagram for a webview of VS Code. */
export function diagramPage(webview: Webview, extension: Uri): string {
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
    return pageHtml({
        script: file('webview.js'),
        style: file('webview.css'),
        styleSource: webview.cspSource,
        nonce: nonce(),
    });
}
