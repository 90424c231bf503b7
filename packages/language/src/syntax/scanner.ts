import { kinds, wordKinds } from './parser/generated/kinds.ts';
import { endOfComment, endOfString } from './literals.ts';
import { endOfName, isAsciiNamePart } from './name-shape.ts';

/** The kind of what stands behind the last token. */
export const endOfText = 0;

/** What is reported of a text beside its tokens. */
export interface Asides {
    comment(start: number, end: number): void;
    /** A character (one unit of UTF-16) that belongs to no token. It is left out. */
    unreadable(offset: number): void;
}

const unreadable = -1;

const day = /[0-9]+-[0-9]+-[0-9]+/y;
const range = /[0-9]+-[0-9]+/y;
const number = /[0-9]+(?:\.[0-9]+)?/y;
const ipv4 = '[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+';
const ipv6 = '[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\\.[0-9]+\\.[0-9]+\\.[0-9]+)?';
const address = new RegExp(`${ipv4}(?:/[0-9]+|-${ipv4})?|${ipv6}(?:/[0-9]+|-${ipv6})?`, 'y');
const blanks = /\s+/y;

/** Longer names are slices that keep the whole text in memory: those are not remembered. */
const longestKept = 12;
const keptNames = 4096;

interface KeptName {
    readonly text: string;
    readonly kind: number;
}

/** The names met last, by a hash of their letters: most names of a model are written many times. */
const kept: (KeptName | undefined)[] = new Array<KeptName | undefined>(keptNames);

/** Reads a text token by token, white space left out. Comments are handed to whoever asks for them. */
export class Scanner {
    /**
     * The kind of the token that it stands on (see `generated/kinds.ts`); a word of the language is not yet
     * distinguished from a name.
     */
    kind = endOfText;
    start = 0;
    end = 0;
    /** The text of a name; that of other tokens is cut out of the text by who needs it. */
    name = '';
    readonly text: string;
    private readonly asides: Asides;

    constructor(text: string, asides: Asides) {
        this.text = text;
        this.asides = asides;
    }

    /** Goes to the next token. */
    next(): void {
        do this.readAt(this.pastBlanks(this.end));
        while (this.kind === unreadable);
    }

    /** Where the next character stands that is neither white space nor part of a comment. */
    private pastBlanks(from: number): number {
        const { text } = this;
        let at = from;
        for (;;) {
            const code = text.charCodeAt(at);
            if (code === 32 || (code >= 9 && code <= 13)) at++;
            else if (code === 47 && (text.charCodeAt(at + 1) === 47 || text.charCodeAt(at + 1) === 42)) {
                const end = endOfComment(text, at);
                this.asides.comment(at, end);
                at = end;
            } else if (code >= 0x80 && matches(blanks, text, at)) at = blanks.lastIndex;
            else return at;
        }
    }

    private readAt(at: number): void {
        const { text } = this;
        this.start = at;
        if (at >= text.length) {
            this.take(endOfText, at);
            return;
        }
        const code = text.charCodeAt(at);
        if (isAsciiNamePart(code) || code === 58) {
            if (mayBeAddress(text, at, code) && matches(address, text, at)) this.take(kinds.ADDRESS, address.lastIndex);
            else if (code === 58) this.take(kinds[':'], at + 1);
            else if (code >= 48 && code <= 57) this.readNumber(at);
            else this.readName(at);
            return;
        }
        switch (code) {
            case 34:
                this.take(kinds.STRING, endOfString(text, at));
                break;
            case 44:
                this.take(kinds[','], at + 1);
                break;
            case 46:
                this.take(kinds['.'], at + 1);
                break;
            case 123:
                this.take(kinds['{'], at + 1);
                break;
            case 125:
                this.take(kinds['}'], at + 1);
                break;
            case 45:
            case 60:
                this.readArrow(at);
                break;
            default:
                this.readRare(at);
        }
    }

    private take(kind: number, end: number): void {
        this.kind = kind;
        this.end = end;
    }

    private readArrow(at: number): void {
        if (this.text.startsWith('<->', at)) this.take(kinds['<->'], at + 3);
        else if (this.text.startsWith('->', at)) this.take(kinds['->'], at + 2);
        else if (this.text.startsWith('--', at)) this.take(kinds['--'], at + 2);
        else this.leaveOut(at);
    }

    private leaveOut(at: number): void {
        this.asides.unreadable(at);
        this.take(unreadable, at + 1);
    }

    private readNumber(at: number): void {
        if (matches(day, this.text, at)) this.take(kinds.DAY, day.lastIndex);
        else if (matches(range, this.text, at)) this.take(kinds.RANGE, range.lastIndex);
        else if (matches(number, this.text, at)) this.take(kinds.NUMBER, number.lastIndex);
    }

    /** Names and strings that begin beyond ASCII, and what nobody can read. */
    private readRare(at: number): void {
        const string = endOfString(this.text, at);
        if (string > at) {
            this.take(kinds.STRING, string);
            return;
        }
        const end = endOfName(this.text, at);
        if (end > at) this.takeForeignName(at, end);
        else this.leaveOut(at);
    }

    private readName(at: number): void {
        const { text } = this;
        let hash = 0;
        let end = at;
        for (
            let code = text.charCodeAt(end);
            isAsciiNamePart(code) || (code === 45 && isAsciiNamePart(text.charCodeAt(end + 1)));
            code = text.charCodeAt(++end)
        ) {
            hash = (Math.imul(hash, 31) + code) | 0;
        }
        const next = text.charCodeAt(end);
        if (next >= 0x80 || (next === 45 && text.charCodeAt(end + 1) >= 0x80)) {
            // A blank or a sign beyond ASCII ends a word like any other.
            const whole = endOfName(text, at);
            if (whole > end) {
                this.takeForeignName(at, whole);
                return;
            }
        }
        const place = hash & (keptNames - 1);
        const known = kept[place];
        if (known !== undefined && known.text.length === end - at && text.startsWith(known.text, at)) {
            this.name = known.text;
            this.take(known.kind, end);
            return;
        }
        this.takeName(at, end);
        if (end - at <= longestKept) kept[place] = { text: this.name, kind: this.kind };
    }

    /** A name with letters beyond ASCII: an accent may be a letter of its own in the text, and is the same name. */
    private takeForeignName(start: number, end: number): void {
        this.name = this.text.slice(start, end).normalize('NFC');
        this.take(kinds.ID, end);
    }

    private takeName(start: number, end: number): void {
        this.name = this.text.slice(start, end);
        this.take(wordKinds.get(this.name) ?? kinds.ID, end);
    }
}

function matches(pattern: RegExp, text: string, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(text);
}

/** A quick look: an address has a `:` behind at most four hexadecimal digits, or a `.` behind its first number. */
function mayBeAddress(text: string, at: number, first: number): boolean {
    let end = at;
    let code = first;
    while (end < at + 4 && isHexDigit(code)) code = text.charCodeAt(++end);
    if (code === 58) return true;
    if (first < 48 || first > 57) return false;
    while (code >= 48 && code <= 57) code = text.charCodeAt(++end);
    return code === 46;
}

function isHexDigit(code: number): boolean {
    return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}
