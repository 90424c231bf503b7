/** The page of the preview in a frame: first what it expects of its host, then the page itself. */
import './preview-host.ts';
import '../../extension/src/webview/main.ts';
