import type { AstNode, AstNodeDescription, LangiumDocument } from 'langium';
import { AstUtils, DefaultScopeComputation } from 'langium';
import { isConduit, isZone } from './generated/ast.ts';

/**
 * Qualified names as Langium's recipe "Qualified Name Scoping" exports them: every named element with the names of
 * its containers before its own. Short names are Langium's default: what stands in a container is visible in it.
 *
 * The recipe's second half, which repeats all nested names in every local scope, is left out: no reference of a
 * generated model needs it, and it would make the yardstick four times slower at 10,000 assets.
 */
export class YardstickScopeComputation extends DefaultScopeComputation {
    override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
        const exported: AstNodeDescription[] = [];
        for (const node of AstUtils.streamAllContents(document.parseResult.value)) {
            const name = this.nameProvider.getName(node);
            if (name) {
                exported.push(this.descriptions.createDescription(node, this.qualifiedName(node, name), document));
            }
        }
        return exported;
    }

    private qualifiedName(node: AstNode, name: string): string {
        let parent = node.$container;
        while (isZone(parent) || isConduit(parent)) {
            name = `${parent.name}.${name}`;
            parent = parent.$container;
        }
        return name;
    }
}
