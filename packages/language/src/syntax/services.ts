import type { LangiumCoreServices, LangiumSharedCoreServices } from 'langium';
import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject } from 'langium';
import { IacsGeneratedModule, IacsGeneratedSharedModule } from './generated/module.ts';
import { SyntaxMessages } from './messages.ts';
import { IacsLexer, IacsTokenBuilder } from './tokens.ts';

let services: LangiumCoreServices | undefined;

/** Langium's services for the language: its grammar, lexer and token types. Built once, on first use. */
export function syntaxServices(): LangiumCoreServices {
    if (services) return services;
    const shared: LangiumSharedCoreServices = inject(createDefaultSharedCoreModule(EmptyFileSystem), IacsGeneratedSharedModule);
    services = inject(createDefaultCoreModule({ shared }), IacsGeneratedModule, {
        parser: {
            // One token decides everywhere in the grammar.
            ParserConfig: () => ({ maxLookahead: 1 }),
            TokenBuilder: () => new IacsTokenBuilder(),
            Lexer: (all: LangiumCoreServices) => new IacsLexer(all),
            ParserErrorMessageProvider: () => new SyntaxMessages(),
        },
    });
    return services;
}
