import type {
    DefaultSharedCoreModuleContext,
    LangiumCoreServices,
    LangiumDocument,
    LangiumSharedCoreServices,
    Module,
    PartialLangiumCoreServices,
    WorkspaceFolder,
} from 'langium';
import { createDefaultCoreModule, createDefaultSharedCoreModule, DefaultWorkspaceManager, inject, URI } from 'langium';
import { YardstickGeneratedModule, YardstickGeneratedSharedModule } from './generated/module.ts';
import { builtInLibrary } from './library.ts';
import { YardstickScopeComputation } from './scope.ts';

/** Loads the built-in library before the workspace, as Langium's recipe "Builtin Libraries" shows it. */
class YardstickWorkspaceManager extends DefaultWorkspaceManager {
    private readonly services: LangiumSharedCoreServices;

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.services = services;
    }

    protected override async loadAdditionalDocuments(
        folders: WorkspaceFolder[],
        collector: (document: LangiumDocument) => void,
    ): Promise<void> {
        await super.loadAdditionalDocuments(folders, collector);
        const factory = this.services.workspace.LangiumDocumentFactory;
        collector(factory.fromString(builtInLibrary, URI.parse('builtin:///library.iacs')));
    }
}

const yardstickSharedModule: Module<
    LangiumSharedCoreServices,
    { workspace: { WorkspaceManager: YardstickWorkspaceManager } }
> = {
    workspace: {
        WorkspaceManager: services => new YardstickWorkspaceManager(services),
    },
};

const yardstickModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
    references: {
        ScopeComputation: services => new YardstickScopeComputation(services),
    },
};

/** The services of the yardstick language, put together as in Langium's own examples. */
export function createYardstickServices(context: DefaultSharedCoreModuleContext): {
    shared: LangiumSharedCoreServices;
    yardstick: LangiumCoreServices;
} {
    const shared = inject(
        createDefaultSharedCoreModule(context),
        YardstickGeneratedSharedModule,
        yardstickSharedModule,
    );
    const yardstick = inject(createDefaultCoreModule({ shared }), YardstickGeneratedModule, yardstickModule);
    shared.ServiceRegistry.register(yardstick);
    return { shared, yardstick };
}
