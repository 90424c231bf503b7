// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view function island evidence planned retired patched patch supported window downtime evidence-valid needs endures works keeps ruleset observation advisory vulnerability affected not-affected fixed under-investigation remediation permits blocks enters leaves advisory-name saw matrix owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when fallback identifier publisher revision versions cve model-number serial-number cpe purl fixed-in kind criticality access status security class preset direction detail colour is provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since dated port address network mac faces translates serves via over applies from against include exclude focus hide highlight device sees cut assume SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept agreed mitigated deny require except path */
const firstStatement = kindSet([180, 310, 358, 350, 68, 100, 162, 326, 262, 106, 316, 186, 342, 170, 190, 142, 252, 278, 242, 240, 308, 348, 134, 144, 220, 138, 354, 192, 284, 228, 50, 344, 54, 226, 158, 328, 274, 246, 82, 140, 196, 52, 286, 208, 238, 124, 200, 204, 250, 202, 248, 72, 254, 272, 334, 260, 336, 92, 60, 88, 302, 346, 156, 178, 266, 280, 338, 114, 216, 294, 108, 270, 160, 194, 110, 46, 306, 290, 94, 258, 132, 126, 96, 188, 264, 314, 174, 90, 268, 104, 298, 86, 322, 198, 102, 76, 282, 312, 330, 136, 152, 300, 118, 256, 48, 222, 206, 154, 324, 296, 340, 236, 64, 168, 56, 184, 148, 164, 172, 176, 128, 292, 112, 70, 40, 38, 36, 210, 212, 150, 98, 288, 66, 218, 232, 44, 58, 214, 122, 276, 146, 244]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** ID STRING */
const keysOfQName = kindSet([28, 2]);
/** owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when fallback identifier publisher revision versions cve model-number serial-number cpe purl fixed-in */
const keysOfTextFact = kindSet([238, 124, 200, 204, 250, 202, 248, 72, 254, 272, 334, 260, 336, 92, 60, 88, 302, 346, 156, 178, 266, 280, 338, 114, 216, 294, 108, 270, 160]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([194, 110, 46, 306, 290, 94, 258, 132, 126, 96]);
/** is provides targets highest-first */
const keysOfWordsFact = kindSet([188, 264, 314, 174]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([268, 104, 298, 86]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since dated */
const keysOfDayFact = kindSet([330, 136, 152, 300, 118]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves via over applies from against include exclude focus hide highlight device sees cut assume */
const keysOfMentionFact = kindSet([296, 340, 236, 64, 168, 56, 184, 148, 164, 172, 176, 128, 292, 112, 70]);
/** permits blocks */
const keysOfFilterRule = kindSet([246, 82]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves advisory-name */
const keysOfInterfaceFact = kindSet([140, 196, 52]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** affected not-affected fixed under-investigation */
const keysOfProductsFact = kindSet([54, 226, 158, 328]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([210, 212, 150, 98]);
/** approved monitored */
const keysOfPersonFact = kindSet([66, 218]);
/** deny require */
const keysOfClauseFact = kindSet([122, 276]);

/** Reads a text by the rules of the grammar: one token decides. What becomes of one that does not fit is up to the reader. */
export abstract class IacsParser extends Reader {
    File(): nodes.FileNode {
        const node = this.open(new nodes.FileNode());
        node.statements = this.statements(firstStatement);
        this.finish();
        return this.close(node);
    }

    protected Statement(): object {
        switch (this.kind & ~1) {
            case 180 /* import */: return this.Import();
            case 310 /* system */: return this.System();
            case 358 /* zone */: return this.Zone();
            case 350 /* within */: return this.Within();
            case 68 /* asset */: return this.Asset();
            case 100 /* conduit */: return this.Conduit();
            case 162 /* flow */: return this.Flow();
            case 326 /* type */: return this.AssetType();
            case 262 /* protocol */: return this.Protocol();
            case 106 /* countermeasure */: return this.Countermeasure();
            case 316 /* threat */: return this.Threat();
            case 186 /* invariant */: return this.Invariant();
            case 342 /* view */: return this.View();
            case 170 /* function */: return this.PlantFunction();
            case 190 /* island */: return this.Island();
            case 142 /* evidence */: return this.EvidenceFact();
            case 252 /* planned */: return this.PlannedFact();
            case 278 /* retired */: return this.RetiredFact();
            case 242 /* patched */: return this.PatchedFact();
            case 240 /* patch */: return this.PatchFact();
            case 308 /* supported */: return this.SupportedFact();
            case 348 /* window */: return this.WindowFact();
            case 134 /* downtime */: return this.DowntimeFact();
            case 144 /* evidence-valid */: return this.EvidenceValidFact();
            case 220 /* needs */: return this.NeedsFact();
            case 138 /* endures */: return this.EnduresFact();
            case 354 /* works */: return this.WorksFact();
            case 192 /* keeps */: return this.KeepsFact();
            case 284 /* ruleset */: return this.Ruleset();
            case 228 /* observation */: return this.Observation();
            case 50 /* advisory */: return this.Advisory();
            case 344 /* vulnerability */: return this.VulnerabilityFact();
            case 54 /* affected */: case 226 /* not-affected */: case 158 /* fixed */: case 328 /* under-investigation */: return this.ProductsFact();
            case 274 /* remediation */: return this.RemediationFact();
            case 246 /* permits */: case 82 /* blocks */: return this.FilterRule();
            case 140 /* enters */: case 196 /* leaves */: case 52 /* advisory-name */: return this.InterfaceFact();
            case 286 /* saw */: return this.Conversation();
            case 208 /* matrix */: return this.Matrix();
            case 238 /* owner */: case 124 /* description */: case 200 /* location */: case 204 /* logical-boundary */: case 250 /* physical-boundary */: case 202 /* logical-access */: case 248 /* physical-access */: case 72 /* assumption */: case 254 /* policy */: case 272 /* regulation */: case 334 /* vendor */: case 260 /* product */: case 336 /* version */: case 92 /* certificate */: case 60 /* alias */: case 88 /* carries */: case 302 /* source */: case 346 /* when */: case 156 /* fallback */: case 178 /* identifier */: case 266 /* publisher */: case 280 /* revision */: case 338 /* versions */: case 114 /* cve */: case 216 /* model-number */: case 294 /* serial-number */: case 108 /* cpe */: case 270 /* purl */: case 160 /* fixed-in */: return this.TextFact();
            case 194 /* kind */: case 110 /* criticality */: case 46 /* access */: case 306 /* status */: case 290 /* security */: case 94 /* class */: case 258 /* preset */: case 132 /* direction */: case 126 /* detail */: case 96 /* colour */: return this.WordFact();
            case 188 /* is */: case 264 /* provides */: case 314 /* targets */: case 174 /* highest-first */: return this.WordsFact();
            case 90 /* category */: return this.CategoryFact();
            case 268 /* purdue */: case 104 /* cost */: case 298 /* sessions */: case 86 /* bytes */: return this.NumberFact();
            case 322 /* tolerable-risk */: return this.ToleranceFact();
            case 198 /* likelihood */: return this.LikelihoodFact();
            case 102 /* consequence */: return this.ConsequenceFact();
            case 76 /* bands */: return this.BandsFact();
            case 282 /* row */: return this.RowFact();
            case 312 /* target-rule */: return this.TargetRuleFact();
            case 330 /* until */: case 136 /* due */: case 152 /* exported */: case 300 /* since */: case 118 /* dated */: return this.DayFact();
            case 256 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 222 /* network */: return this.NetworkFact();
            case 206 /* mac */: return this.MacFact();
            case 154 /* faces */: return this.FacesFact();
            case 324 /* translates */: return this.TranslatesFact();
            case 296 /* serves */: case 340 /* via */: case 236 /* over */: case 64 /* applies */: case 168 /* from */: case 56 /* against */: case 184 /* include */: case 148 /* exclude */: case 164 /* focus */: case 172 /* hide */: case 176 /* highlight */: case 128 /* device */: case 292 /* sees */: case 112 /* cut */: case 70 /* assume */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 210 /* meets */: case 212 /* misses */: case 150 /* excludes */: case 98 /* compensates */: return this.RequirementFact();
            case 288 /* secured */: return this.SecuredFact();
            case 66 /* approved */: case 218 /* monitored */: return this.PersonFact();
            case 232 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 58 /* agreed */: return this.AgreedFact();
            case 214 /* mitigated */: return this.MitigatedFact();
            case 122 /* deny */: case 276 /* require */: return this.ClauseFact();
            case 146 /* except */: return this.ExceptFact();
            case 244 /* path */: return this.PathFact();
        }
        this.none([180 /* import */, 310 /* system */, 358 /* zone */, 350 /* within */, 68 /* asset */, 100 /* conduit */, 162 /* flow */, 326 /* type */, 262 /* protocol */, 106 /* countermeasure */, 316 /* threat */, 186 /* invariant */, 342 /* view */, 170 /* function */, 190 /* island */, 142 /* evidence */, 252 /* planned */, 278 /* retired */, 242 /* patched */, 240 /* patch */, 308 /* supported */, 348 /* window */, 134 /* downtime */, 144 /* evidence-valid */, 220 /* needs */, 138 /* endures */, 354 /* works */, 192 /* keeps */, 284 /* ruleset */, 228 /* observation */, 50 /* advisory */, 344 /* vulnerability */, 54 /* affected */, 226 /* not-affected */, 158 /* fixed */, 328 /* under-investigation */, 274 /* remediation */, 246 /* permits */, 82 /* blocks */, 140 /* enters */, 196 /* leaves */, 52 /* advisory-name */, 286 /* saw */, 208 /* matrix */, 238 /* owner */, 124 /* description */, 200 /* location */, 204 /* logical-boundary */, 250 /* physical-boundary */, 202 /* logical-access */, 248 /* physical-access */, 72 /* assumption */, 254 /* policy */, 272 /* regulation */, 334 /* vendor */, 260 /* product */, 336 /* version */, 92 /* certificate */, 60 /* alias */, 88 /* carries */, 302 /* source */, 346 /* when */, 156 /* fallback */, 178 /* identifier */, 266 /* publisher */, 280 /* revision */, 338 /* versions */, 114 /* cve */, 216 /* model-number */, 294 /* serial-number */, 108 /* cpe */, 270 /* purl */, 160 /* fixed-in */, 194 /* kind */, 110 /* criticality */, 46 /* access */, 306 /* status */, 290 /* security */, 94 /* class */, 258 /* preset */, 132 /* direction */, 126 /* detail */, 96 /* colour */, 188 /* is */, 264 /* provides */, 314 /* targets */, 174 /* highest-first */, 90 /* category */, 268 /* purdue */, 104 /* cost */, 298 /* sessions */, 86 /* bytes */, 322 /* tolerable-risk */, 198 /* likelihood */, 102 /* consequence */, 76 /* bands */, 282 /* row */, 312 /* target-rule */, 330 /* until */, 136 /* due */, 152 /* exported */, 300 /* since */, 118 /* dated */, 256 /* port */, 48 /* address */, 222 /* network */, 206 /* mac */, 154 /* faces */, 324 /* translates */, 296 /* serves */, 340 /* via */, 236 /* over */, 64 /* applies */, 168 /* from */, 56 /* against */, 184 /* include */, 148 /* exclude */, 164 /* focus */, 172 /* hide */, 176 /* highlight */, 128 /* device */, 292 /* sees */, 112 /* cut */, 70 /* assume */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 210 /* meets */, 212 /* misses */, 150 /* excludes */, 98 /* compensates */, 288 /* secured */, 66 /* approved */, 218 /* monitored */, 232 /* one-way */, 44 /* accept */, 58 /* agreed */, 214 /* mitigated */, 122 /* deny */, 276 /* require */, 146 /* except */, 244 /* path */]);
        return undefined as never;
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(180 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(310 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(350 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(358 /* zone */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Asset(): nodes.AssetNode {
        const node = this.open(new nodes.AssetNode());
        this.skip(68 /* asset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 20 /* : */) {
            node.colon = this.leaf(20 /* : */);
            node.type = this.nameLeaf();
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private AssetType(): nodes.AssetTypeNode {
        const node = this.open(new nodes.AssetTypeNode());
        this.skip(326 /* type */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 20 /* : */) {
            node.colon = this.leaf(20 /* : */);
            node.base = this.nameLeaf();
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Protocol(): nodes.ProtocolNode {
        const node = this.open(new nodes.ProtocolNode());
        this.skip(262 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(106 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(316 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(186 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private PlantFunction(): nodes.PlantFunctionNode {
        const node = this.open(new nodes.PlantFunctionNode());
        this.skip(170 /* function */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Island(): nodes.IslandNode {
        const node = this.open(new nodes.IslandNode());
        this.skip(190 /* island */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(342 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(284 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(228 /* observation */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Advisory(): nodes.AdvisoryNode {
        const node = this.open(new nodes.AdvisoryNode());
        this.skip(50 /* advisory */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Conduit(): nodes.ConduitNode {
        const node = this.open(new nodes.ConduitNode());
        this.skip(100 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 80 /* between */) {
            this.skip(80 /* between */);
            node.ends = this.append(node.ends, this.QName());
            while ((this.kind & ~1) === 62 /* and */) {
                this.skip(62 /* and */);
                node.ends = this.append(node.ends, this.QName());
            }
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Flow(): nodes.FlowNode {
        const node = this.open(new nodes.FlowNode());
        this.skip(162 /* flow */);
        node.source = this.QName();
        node.arrow = this.leafOf(keysOfFlow);
        node.target = this.QName();
        if ((this.kind & ~1) === 20 /* : */) {
            node.colon = this.leaf(20 /* : */);
            node.protocols = this.append(node.protocols, this.nameLeaf());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.protocols = this.append(node.protocols, this.nameLeaf());
            }
        }
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Matrix(): nodes.MatrixNode {
        const node = this.open(new nodes.MatrixNode());
        this.skip(208 /* matrix */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        this.block(node, firstStatement);
        return this.close(node);
    }

    private QName(): nodes.QNameNode {
        const node = this.open(new nodes.QNameNode());
        node.parts = this.append(node.parts, this.leafOf(keysOfQName));
        while ((this.kind & ~1) === 18 /* . */) {
            this.skip(18 /* . */);
            node.parts = this.append(node.parts, this.nameLeaf());
        }
        return this.close(node);
    }

    private TextFact(): nodes.TextFactNode {
        const node = this.open(new nodes.TextFactNode());
        node.key = this.leafOf(keysOfTextFact);
        node.values = this.append(node.values, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
        }
        return this.close(node);
    }

    private WordFact(): nodes.WordFactNode {
        const node = this.open(new nodes.WordFactNode());
        node.key = this.leafOf(keysOfWordFact);
        node.value = this.nameLeaf();
        return this.close(node);
    }

    private WordsFact(): nodes.WordsFactNode {
        const node = this.open(new nodes.WordsFactNode());
        node.key = this.leafOf(keysOfWordsFact);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 78 /* because */) {
            this.skip(78 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private CategoryFact(): nodes.CategoryFactNode {
        const node = this.open(new nodes.CategoryFactNode());
        node.key = this.leaf(90 /* category */);
        node.value = this.nameLeaf();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private NumberFact(): nodes.NumberFactNode {
        const node = this.open(new nodes.NumberFactNode());
        node.key = this.leafOf(keysOfNumberFact);
        node.value = this.leaf(10 /* NUMBER */);
        return this.close(node);
    }

    private ToleranceFact(): nodes.ToleranceFactNode {
        const node = this.open(new nodes.ToleranceFactNode());
        node.key = this.leaf(322 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(198 /* likelihood */);
        if ((this.kind & ~1) === 10 /* NUMBER */) {
            node.value = this.leaf(10 /* NUMBER */);
        }
        else if ((this.kind & ~1) === 2 /* STRING */) {
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.leaf(2 /* STRING */));
            }
        }
        else this.none([10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private ConsequenceFact(): nodes.ConsequenceFactNode {
        const node = this.open(new nodes.ConsequenceFactNode());
        node.key = this.leaf(102 /* consequence */);
        if ((this.kind & ~1) === 10 /* NUMBER */) {
            node.value = this.leaf(10 /* NUMBER */);
        }
        else if ((this.kind & ~1) === 2 /* STRING */) {
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.leaf(2 /* STRING */));
            }
        }
        else this.none([10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private RowFact(): nodes.RowFactNode {
        const node = this.open(new nodes.RowFactNode());
        node.key = this.leaf(282 /* row */);
        node.values = this.append(node.values, this.RiskValue());
        while (firstRowFact[this.kind] === 1) {
            if ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
            }
            node.values = this.append(node.values, this.RiskValue());
        }
        return this.close(node);
    }

    private RiskValue(): nodes.RiskValueNode {
        const node = this.open(new nodes.RiskValueNode());
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private BandsFact(): nodes.BandsFactNode {
        const node = this.open(new nodes.BandsFactNode());
        node.key = this.leaf(76 /* bands */);
        node.values = this.append(node.values, this.Band());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.Band());
        }
        return this.close(node);
    }

    private Band(): nodes.BandNode {
        const node = this.open(new nodes.BandNode());
        node.name = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 320 /* to */) {
            this.skip(320 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(312 /* target-rule */);
        node.value = this.nameLeaf();
        if ((this.kind & ~1) === 10 /* NUMBER */) {
            node.values = this.append(node.values, this.leaf(10 /* NUMBER */));
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.leaf(10 /* NUMBER */));
            }
        }
        return this.close(node);
    }

    private DayFact(): nodes.DayFactNode {
        const node = this.open(new nodes.DayFactNode());
        node.key = this.leafOf(keysOfDayFact);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private PortFact(): nodes.PortFactNode {
        const node = this.open(new nodes.PortFactNode());
        node.key = this.leaf(256 /* port */);
        node.transport = this.nameLeaf();
        if (firstPortFact[this.kind] === 1) {
            node.ranges = this.append(node.ranges, this.PortRange());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.ranges = this.append(node.ranges, this.PortRange());
            }
        }
        return this.close(node);
    }

    private PortRange(): nodes.PortRangeNode {
        const node = this.open(new nodes.PortRangeNode());
        node.value = this.leafOf(firstPortFact);
        return this.close(node);
    }

    private AddressFact(): nodes.AddressFactNode {
        const node = this.open(new nodes.AddressFactNode());
        node.key = this.leaf(48 /* address */);
        if ((this.kind & ~1) === 130 /* dhcp */) {
            node.dhcp = this.leaf(130 /* dhcp */);
        }
        else if (firstAddressFact[this.kind] === 1) {
            node.values = this.append(node.values, this.AddressLeg());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.AddressLeg());
            }
        }
        else this.none([130 /* dhcp */, 8 /* ADDRESS */, 10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private AddressLeg(): nodes.AddressLegNode {
        const node = this.open(new nodes.AddressLegNode());
        node.value = this.leafOf(firstAddressFact);
        if ((this.kind & ~1) === 182 /* in */) {
            this.skip(182 /* in */);
            node.zone = this.QName();
        }
        return this.close(node);
    }

    private NetworkFact(): nodes.NetworkFactNode {
        const node = this.open(new nodes.NetworkFactNode());
        node.key = this.leaf(222 /* network */);
        node.values = this.append(node.values, this.AddressValue());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.AddressValue());
        }
        return this.close(node);
    }

    private AddressValue(): nodes.AddressValueNode {
        const node = this.open(new nodes.AddressValueNode());
        node.value = this.leafOf(firstAddressFact);
        return this.close(node);
    }

    private MacFact(): nodes.MacFactNode {
        const node = this.open(new nodes.MacFactNode());
        node.key = this.leaf(206 /* mac */);
        node.values = this.append(node.values, this.MacValue());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.MacValue());
        }
        return this.close(node);
    }

    private MacValue(): nodes.MacValueNode {
        const node = this.open(new nodes.MacValueNode());
        node.value = this.leafOf(keysOfMacValue);
        return this.close(node);
    }

    private FacesFact(): nodes.FacesFactNode {
        const node = this.open(new nodes.FacesFactNode());
        node.key = this.leaf(154 /* faces */);
        node.zone = this.QName();
        this.skip(84 /* by */);
        node.interface = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private TranslatesFact(): nodes.TranslatesFactNode {
        const node = this.open(new nodes.TranslatesFactNode());
        node.key = this.leaf(324 /* translates */);
        node.from = this.AddressValue();
        this.skip(320 /* to */);
        node.to = this.AddressValue();
        return this.close(node);
    }

    private MentionFact(): nodes.MentionFactNode {
        const node = this.open(new nodes.MentionFactNode());
        node.key = this.leafOf(keysOfMentionFact);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        return this.close(node);
    }

    private NeedsFact(): nodes.NeedsFactNode {
        const node = this.open(new nodes.NeedsFactNode());
        node.key = this.leaf(220 /* needs */);
        node.targets = this.append(node.targets, this.QName());
        for (;;) {
            if ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.targets = this.append(node.targets, this.QName());
            }
            else if ((this.kind & ~1) === 234 /* or */) {
                node.orAt = this.append(node.orAt, this.leaf(234 /* or */));
                node.targets = this.append(node.targets, this.QName());
            }
            else break;
        }
        return this.close(node);
    }

    private EvidenceFact(): nodes.EvidenceFactNode {
        const node = this.open(new nodes.EvidenceFactNode());
        node.key = this.leaf(142 /* evidence */);
        node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
        }
        for (;;) {
            if ((this.kind & ~1) === 74 /* author */) {
                this.skip(74 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 118 /* dated */) {
                this.skip(118 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 332 /* valid */) {
                this.skip(332 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 330 /* until */) {
                this.skip(330 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PlannedFact(): nodes.PlannedFactNode {
        const node = this.open(new nodes.PlannedFactNode());
        node.key = this.leaf(252 /* planned */);
        this.skip(166 /* for */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private RetiredFact(): nodes.RetiredFactNode {
        const node = this.open(new nodes.RetiredFactNode());
        node.key = this.leaf(278 /* retired */);
        this.skip(230 /* on */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private PatchedFact(): nodes.PatchedFactNode {
        const node = this.open(new nodes.PatchedFactNode());
        node.key = this.leaf(242 /* patched */);
        this.skip(320 /* to */);
        node.version = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 230 /* on */) {
            this.skip(230 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private PatchFact(): nodes.PatchFactNode {
        const node = this.open(new nodes.PatchFactNode());
        node.key = this.leaf(240 /* patch */);
        node.version = this.leaf(2 /* STRING */);
        this.skip(304 /* state */);
        node.state = this.nameLeaf();
        if ((this.kind & ~1) === 230 /* on */) {
            this.skip(230 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private SupportedFact(): nodes.SupportedFactNode {
        const node = this.open(new nodes.SupportedFactNode());
        node.key = this.leaf(308 /* supported */);
        this.skip(330 /* until */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private WindowFact(): nodes.WindowFactNode {
        const node = this.open(new nodes.WindowFactNode());
        node.key = this.leaf(348 /* window */);
        node.title = this.leaf(2 /* STRING */);
        node.first = this.leaf(4 /* DAY */);
        this.skip(320 /* to */);
        node.last = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private DowntimeFact(): nodes.DowntimeFactNode {
        const node = this.open(new nodes.DowntimeFactNode());
        node.key = this.leaf(134 /* downtime */);
        node.duration = this.Duration();
        return this.close(node);
    }

    private EvidenceValidFact(): nodes.EvidenceValidFactNode {
        const node = this.open(new nodes.EvidenceValidFactNode());
        node.key = this.leaf(144 /* evidence-valid */);
        node.duration = this.Duration();
        return this.close(node);
    }

    private Duration(): nodes.DurationNode {
        const node = this.open(new nodes.DurationNode());
        node.amount = this.leaf(10 /* NUMBER */);
        node.unit = this.nameLeaf();
        return this.close(node);
    }

    private EnduresFact(): nodes.EnduresFactNode {
        const node = this.open(new nodes.EnduresFactNode());
        node.key = this.leaf(138 /* endures */);
        node.duration = this.Duration();
        this.skip(352 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        return this.close(node);
    }

    private WorksFact(): nodes.WorksFactNode {
        const node = this.open(new nodes.WorksFactNode());
        node.key = this.leaf(354 /* works */);
        this.skip(352 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        if ((this.kind & ~1) === 78 /* because */) {
            this.skip(78 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private KeepsFact(): nodes.KeepsFactNode {
        const node = this.open(new nodes.KeepsFactNode());
        node.key = this.leaf(192 /* keeps */);
        node.targets = this.append(node.targets, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.nameLeaf());
        }
        if ((this.kind & ~1) === 166 /* for */) {
            this.skip(166 /* for */);
            node.duration = this.Duration();
        }
        return this.close(node);
    }

    private FilterRule(): nodes.FilterRuleNode {
        const node = this.open(new nodes.FilterRuleNode());
        node.key = this.leafOf(keysOfFilterRule);
        node.sources = this.append(node.sources, this.Place());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.sources = this.append(node.sources, this.Place());
        }
        this.skip(16 /* -> */);
        node.targets = this.append(node.targets, this.Place());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.Place());
        }
        node.colon = this.leaf(20 /* : */);
        node.services = this.append(node.services, this.Service());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.services = this.append(node.services, this.Service());
        }
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Place(): nodes.PlaceNode {
        const node = this.open(new nodes.PlaceNode());
        node.value = this.leafOf(keysOfPlace);
        return this.close(node);
    }

    private Service(): nodes.ServiceNode {
        const node = this.open(new nodes.ServiceNode());
        if (this.isName) {
            node.transport = this.nameLeaf();
            if (firstPortFact[this.kind] === 1) {
                node.value = this.leafOf(firstPortFact);
            }
        }
        else if (firstPortFact[this.kind] === 1) {
            node.value = this.leafOf(firstPortFact);
        }
        else this.none([28 /* ID */, 10 /* NUMBER */, 6 /* RANGE */]);
        return this.close(node);
    }

    private InterfaceFact(): nodes.InterfaceFactNode {
        const node = this.open(new nodes.InterfaceFactNode());
        node.key = this.leafOf(keysOfInterfaceFact);
        if ((this.kind & ~1) === 224 /* not */) {
            node.not = this.leaf(224 /* not */);
        }
        node.values = this.append(node.values, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
        }
        return this.close(node);
    }

    private Conversation(): nodes.ConversationNode {
        const node = this.open(new nodes.ConversationNode());
        node.key = this.leaf(286 /* saw */);
        node.source = this.Sight();
        node.arrow = this.leafOf(keysOfFlow);
        node.target = this.Sight();
        node.colon = this.leaf(20 /* : */);
        node.services = this.append(node.services, this.Service());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.services = this.append(node.services, this.Service());
        }
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        node.outcome = this.nameLeaf();
        if ((this.kind & ~1) === 230 /* on */) {
            this.skip(230 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(120 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(320 /* to */);
            node.last = this.leaf(4 /* DAY */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Sight(): nodes.SightNode {
        const node = this.open(new nodes.SightNode());
        node.value = this.leafOf(keysOfSight);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.name = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private VulnerabilityFact(): nodes.VulnerabilityFactNode {
        const node = this.open(new nodes.VulnerabilityFactNode());
        node.key = this.leaf(344 /* vulnerability */);
        node.cve = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 116 /* cvss */) {
            this.skip(116 /* cvss */);
            node.scores = this.append(node.scores, this.Score());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.scores = this.append(node.scores, this.Score());
            }
        }
        return this.close(node);
    }

    private Score(): nodes.ScoreNode {
        const node = this.open(new nodes.ScoreNode());
        node.value = this.leaf(10 /* NUMBER */);
        node.vector = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private ProductsFact(): nodes.ProductsFactNode {
        const node = this.open(new nodes.ProductsFactNode());
        node.key = this.leafOf(keysOfProductsFact);
        node.values = this.append(node.values, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private RemediationFact(): nodes.RemediationFactNode {
        const node = this.open(new nodes.RemediationFactNode());
        node.key = this.leaf(274 /* remediation */);
        node.category = this.nameLeaf();
        node.text = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private LevelFact(): nodes.LevelFactNode {
        const node = this.open(new nodes.LevelFactNode());
        node.key = this.leafOf(keysOfLevelFact);
        node.vector = this.Vector();
        if ((this.kind & ~1) === 78 /* because */) {
            this.skip(78 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private Vector(): nodes.VectorNode {
        const node = this.open(new nodes.VectorNode());
        if ((this.kind & ~1) === 10 /* NUMBER */) {
            node.base = this.leaf(10 /* NUMBER */);
            if ((this.kind & ~1) === 24 /* { */) {
                node.open = this.leaf(24 /* { */);
                while (firstVectorEntry[this.kind] === 1) {
                    node.entries = this.append(node.entries, this.VectorEntry());
                }
                node.close = this.leaf(26 /* } */);
            }
        }
        else if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstVectorEntry[this.kind] === 1) {
                node.entries = this.append(node.entries, this.VectorEntry());
            }
            node.close = this.leaf(26 /* } */);
        }
        else this.none([10 /* NUMBER */, 24 /* { */]);
        return this.close(node);
    }

    private VectorEntry(): nodes.VectorEntryNode {
        const node = this.open(new nodes.VectorEntryNode());
        if (this.isName) {
            node.fr = this.nameLeaf();
        }
        node.level = this.leaf(10 /* NUMBER */);
        return this.close(node);
    }

    private RequirementFact(): nodes.RequirementFactNode {
        const node = this.open(new nodes.RequirementFactNode());
        node.key = this.leafOf(keysOfRequirementFact);
        node.requirements = this.append(node.requirements, this.RequirementRef());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.requirements = this.append(node.requirements, this.RequirementRef());
        }
        for (;;) {
            if ((this.kind & ~1) === 84 /* by */) {
                this.skip(84 /* by */);
                node.by = this.append(node.by, this.nameLeaf());
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.by = this.append(node.by, this.nameLeaf());
                }
            }
            else if ((this.kind & ~1) === 78 /* because */) {
                this.skip(78 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 142 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(142 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 136 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(136 /* due */));
                node.due = this.append(node.due, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 74 /* author */) {
                this.skip(74 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 118 /* dated */) {
                this.skip(118 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 332 /* valid */) {
                this.skip(332 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 330 /* until */) {
                this.skip(330 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private RequirementRef(): nodes.RequirementRefNode {
        const node = this.open(new nodes.RequirementRefNode());
        if ((this.kind & ~1) === 42 /* SR */) {
            node.kind = this.leaf(42 /* SR */);
            node.number = this.leaf(10 /* NUMBER */);
            if ((this.kind & ~1) === 32 /* RE */) {
                this.skip(32 /* RE */);
                node.enhancement = this.leaf(10 /* NUMBER */);
            }
        }
        else if ((this.kind & ~1) === 30 /* FR */) {
            node.kind = this.leaf(30 /* FR */);
            node.number = this.leaf(10 /* NUMBER */);
            if ((this.kind & ~1) === 34 /* SL */) {
                this.skip(34 /* SL */);
                node.level = this.leaf(10 /* NUMBER */);
            }
        }
        else this.none([42 /* SR */, 30 /* FR */]);
        return this.close(node);
    }

    private SecuredFact(): nodes.SecuredFactNode {
        const node = this.open(new nodes.SecuredFactNode());
        node.key = this.leaf(288 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 84 /* by */) {
            this.skip(84 /* by */);
            node.by = this.append(node.by, this.nameLeaf());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.by = this.append(node.by, this.nameLeaf());
            }
        }
        return this.close(node);
    }

    private PersonFact(): nodes.PersonFactNode {
        const node = this.open(new nodes.PersonFactNode());
        node.key = this.leafOf(keysOfPersonFact);
        this.skip(84 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(232 /* one-way */);
        node.source = this.QName();
        this.skip(16 /* -> */);
        node.target = this.QName();
        return this.close(node);
    }

    private AcceptFact(): nodes.AcceptFactNode {
        const node = this.open(new nodes.AcceptFactNode());
        node.key = this.leaf(44 /* accept */);
        node.rule = this.nameLeaf();
        for (;;) {
            if ((this.kind & ~1) === 78 /* because */) {
                this.skip(78 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 330 /* until */) {
                this.skip(330 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private AgreedFact(): nodes.AgreedFactNode {
        const node = this.open(new nodes.AgreedFactNode());
        node.key = this.leaf(58 /* agreed */);
        node.what = this.leaf(2 /* STRING */);
        this.skip(84 /* by */);
        node.person = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 330 /* until */) {
            this.skip(330 /* until */);
            node.until = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(214 /* mitigated */);
        this.skip(84 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 320 /* to */) {
            this.skip(320 /* to */);
            if ((this.kind & ~1) === 198 /* likelihood */) {
                this.skip(198 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 102 /* consequence */) {
                this.skip(102 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        if ((this.kind & ~1) === 356 /* write */) {
            node.access = this.leaf(356 /* write */);
        }
        this.skip(244 /* path */);
        this.skip(168 /* from */);
        node.source = this.QName();
        this.skip(320 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 318 /* through */) {
            this.skip(318 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(146 /* except */);
        this.skip(162 /* flow */);
        node.source = this.QName();
        node.arrow = this.leafOf(keysOfFlow);
        node.target = this.QName();
        if ((this.kind & ~1) === 20 /* : */) {
            node.colon = this.leaf(20 /* : */);
            node.protocols = this.append(node.protocols, this.nameLeaf());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.protocols = this.append(node.protocols, this.nameLeaf());
            }
        }
        for (;;) {
            if ((this.kind & ~1) === 46 /* access */) {
                this.skip(46 /* access */);
                node.access = this.append(node.access, this.nameLeaf());
            }
            else if ((this.kind & ~1) === 78 /* because */) {
                this.skip(78 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 330 /* until */) {
                this.skip(330 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(244 /* path */);
        this.skip(168 /* from */);
        node.source = this.QName();
        this.skip(320 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
