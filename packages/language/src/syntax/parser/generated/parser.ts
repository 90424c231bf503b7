// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view function island evidence planned retired patched patch supported window downtime evidence-valid needs endures works keeps ruleset observation permits blocks enters leaves saw matrix owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when fallback kind criticality access status security class preset direction detail colour is provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since port address network mac faces translates serves via over applies from against include exclude focus hide highlight device sees cut assume SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept agreed mitigated deny require except path */
const firstStatement = kindSet([162, 278, 320, 312, 62, 94, 146, 294, 240, 100, 284, 168, 306, 154, 172, 130, 230, 250, 220, 218, 276, 310, 122, 132, 200, 126, 316, 174, 254, 206, 224, 76, 128, 178, 256, 190, 216, 112, 182, 186, 228, 184, 226, 66, 232, 246, 300, 238, 302, 86, 54, 82, 270, 308, 144, 176, 102, 46, 274, 260, 88, 236, 120, 114, 90, 170, 242, 282, 158, 84, 244, 98, 266, 80, 290, 180, 96, 70, 252, 280, 296, 124, 140, 268, 234, 48, 202, 188, 142, 292, 264, 304, 214, 58, 152, 50, 166, 136, 148, 156, 160, 116, 262, 104, 64, 40, 38, 36, 192, 194, 138, 92, 258, 60, 198, 210, 44, 52, 196, 110, 248, 134, 222]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** ID STRING */
const keysOfQName = kindSet([28, 2]);
/** owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when fallback */
const keysOfTextFact = kindSet([216, 112, 182, 186, 228, 184, 226, 66, 232, 246, 300, 238, 302, 86, 54, 82, 270, 308, 144]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([176, 102, 46, 274, 260, 88, 236, 120, 114, 90]);
/** is provides targets highest-first */
const keysOfWordsFact = kindSet([170, 242, 282, 158]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([244, 98, 266, 80]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since */
const keysOfDayFact = kindSet([296, 124, 140, 268]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves via over applies from against include exclude focus hide highlight device sees cut assume */
const keysOfMentionFact = kindSet([264, 304, 214, 58, 152, 50, 166, 136, 148, 156, 160, 116, 262, 104, 64]);
/** permits blocks */
const keysOfFilterRule = kindSet([224, 76]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves */
const keysOfInterfaceFact = kindSet([128, 178]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([192, 194, 138, 92]);
/** approved monitored */
const keysOfPersonFact = kindSet([60, 198]);
/** deny require */
const keysOfClauseFact = kindSet([110, 248]);

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
            case 162 /* import */: return this.Import();
            case 278 /* system */: return this.System();
            case 320 /* zone */: return this.Zone();
            case 312 /* within */: return this.Within();
            case 62 /* asset */: return this.Asset();
            case 94 /* conduit */: return this.Conduit();
            case 146 /* flow */: return this.Flow();
            case 294 /* type */: return this.AssetType();
            case 240 /* protocol */: return this.Protocol();
            case 100 /* countermeasure */: return this.Countermeasure();
            case 284 /* threat */: return this.Threat();
            case 168 /* invariant */: return this.Invariant();
            case 306 /* view */: return this.View();
            case 154 /* function */: return this.PlantFunction();
            case 172 /* island */: return this.Island();
            case 130 /* evidence */: return this.EvidenceFact();
            case 230 /* planned */: return this.PlannedFact();
            case 250 /* retired */: return this.RetiredFact();
            case 220 /* patched */: return this.PatchedFact();
            case 218 /* patch */: return this.PatchFact();
            case 276 /* supported */: return this.SupportedFact();
            case 310 /* window */: return this.WindowFact();
            case 122 /* downtime */: return this.DowntimeFact();
            case 132 /* evidence-valid */: return this.EvidenceValidFact();
            case 200 /* needs */: return this.NeedsFact();
            case 126 /* endures */: return this.EnduresFact();
            case 316 /* works */: return this.WorksFact();
            case 174 /* keeps */: return this.KeepsFact();
            case 254 /* ruleset */: return this.Ruleset();
            case 206 /* observation */: return this.Observation();
            case 224 /* permits */: case 76 /* blocks */: return this.FilterRule();
            case 128 /* enters */: case 178 /* leaves */: return this.InterfaceFact();
            case 256 /* saw */: return this.Conversation();
            case 190 /* matrix */: return this.Matrix();
            case 216 /* owner */: case 112 /* description */: case 182 /* location */: case 186 /* logical-boundary */: case 228 /* physical-boundary */: case 184 /* logical-access */: case 226 /* physical-access */: case 66 /* assumption */: case 232 /* policy */: case 246 /* regulation */: case 300 /* vendor */: case 238 /* product */: case 302 /* version */: case 86 /* certificate */: case 54 /* alias */: case 82 /* carries */: case 270 /* source */: case 308 /* when */: case 144 /* fallback */: return this.TextFact();
            case 176 /* kind */: case 102 /* criticality */: case 46 /* access */: case 274 /* status */: case 260 /* security */: case 88 /* class */: case 236 /* preset */: case 120 /* direction */: case 114 /* detail */: case 90 /* colour */: return this.WordFact();
            case 170 /* is */: case 242 /* provides */: case 282 /* targets */: case 158 /* highest-first */: return this.WordsFact();
            case 84 /* category */: return this.CategoryFact();
            case 244 /* purdue */: case 98 /* cost */: case 266 /* sessions */: case 80 /* bytes */: return this.NumberFact();
            case 290 /* tolerable-risk */: return this.ToleranceFact();
            case 180 /* likelihood */: return this.LikelihoodFact();
            case 96 /* consequence */: return this.ConsequenceFact();
            case 70 /* bands */: return this.BandsFact();
            case 252 /* row */: return this.RowFact();
            case 280 /* target-rule */: return this.TargetRuleFact();
            case 296 /* until */: case 124 /* due */: case 140 /* exported */: case 268 /* since */: return this.DayFact();
            case 234 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 202 /* network */: return this.NetworkFact();
            case 188 /* mac */: return this.MacFact();
            case 142 /* faces */: return this.FacesFact();
            case 292 /* translates */: return this.TranslatesFact();
            case 264 /* serves */: case 304 /* via */: case 214 /* over */: case 58 /* applies */: case 152 /* from */: case 50 /* against */: case 166 /* include */: case 136 /* exclude */: case 148 /* focus */: case 156 /* hide */: case 160 /* highlight */: case 116 /* device */: case 262 /* sees */: case 104 /* cut */: case 64 /* assume */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 192 /* meets */: case 194 /* misses */: case 138 /* excludes */: case 92 /* compensates */: return this.RequirementFact();
            case 258 /* secured */: return this.SecuredFact();
            case 60 /* approved */: case 198 /* monitored */: return this.PersonFact();
            case 210 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 52 /* agreed */: return this.AgreedFact();
            case 196 /* mitigated */: return this.MitigatedFact();
            case 110 /* deny */: case 248 /* require */: return this.ClauseFact();
            case 134 /* except */: return this.ExceptFact();
            case 222 /* path */: return this.PathFact();
        }
        this.none([162 /* import */, 278 /* system */, 320 /* zone */, 312 /* within */, 62 /* asset */, 94 /* conduit */, 146 /* flow */, 294 /* type */, 240 /* protocol */, 100 /* countermeasure */, 284 /* threat */, 168 /* invariant */, 306 /* view */, 154 /* function */, 172 /* island */, 130 /* evidence */, 230 /* planned */, 250 /* retired */, 220 /* patched */, 218 /* patch */, 276 /* supported */, 310 /* window */, 122 /* downtime */, 132 /* evidence-valid */, 200 /* needs */, 126 /* endures */, 316 /* works */, 174 /* keeps */, 254 /* ruleset */, 206 /* observation */, 224 /* permits */, 76 /* blocks */, 128 /* enters */, 178 /* leaves */, 256 /* saw */, 190 /* matrix */, 216 /* owner */, 112 /* description */, 182 /* location */, 186 /* logical-boundary */, 228 /* physical-boundary */, 184 /* logical-access */, 226 /* physical-access */, 66 /* assumption */, 232 /* policy */, 246 /* regulation */, 300 /* vendor */, 238 /* product */, 302 /* version */, 86 /* certificate */, 54 /* alias */, 82 /* carries */, 270 /* source */, 308 /* when */, 144 /* fallback */, 176 /* kind */, 102 /* criticality */, 46 /* access */, 274 /* status */, 260 /* security */, 88 /* class */, 236 /* preset */, 120 /* direction */, 114 /* detail */, 90 /* colour */, 170 /* is */, 242 /* provides */, 282 /* targets */, 158 /* highest-first */, 84 /* category */, 244 /* purdue */, 98 /* cost */, 266 /* sessions */, 80 /* bytes */, 290 /* tolerable-risk */, 180 /* likelihood */, 96 /* consequence */, 70 /* bands */, 252 /* row */, 280 /* target-rule */, 296 /* until */, 124 /* due */, 140 /* exported */, 268 /* since */, 234 /* port */, 48 /* address */, 202 /* network */, 188 /* mac */, 142 /* faces */, 292 /* translates */, 264 /* serves */, 304 /* via */, 214 /* over */, 58 /* applies */, 152 /* from */, 50 /* against */, 166 /* include */, 136 /* exclude */, 148 /* focus */, 156 /* hide */, 160 /* highlight */, 116 /* device */, 262 /* sees */, 104 /* cut */, 64 /* assume */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 192 /* meets */, 194 /* misses */, 138 /* excludes */, 92 /* compensates */, 258 /* secured */, 60 /* approved */, 198 /* monitored */, 210 /* one-way */, 44 /* accept */, 52 /* agreed */, 196 /* mitigated */, 110 /* deny */, 248 /* require */, 134 /* except */, 222 /* path */]);
        return undefined as never;
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(162 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(278 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(312 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(320 /* zone */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Asset(): nodes.AssetNode {
        const node = this.open(new nodes.AssetNode());
        this.skip(62 /* asset */);
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
        this.skip(294 /* type */);
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
        this.skip(240 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(100 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(284 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(168 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private PlantFunction(): nodes.PlantFunctionNode {
        const node = this.open(new nodes.PlantFunctionNode());
        this.skip(154 /* function */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Island(): nodes.IslandNode {
        const node = this.open(new nodes.IslandNode());
        this.skip(172 /* island */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(306 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(254 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(206 /* observation */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Conduit(): nodes.ConduitNode {
        const node = this.open(new nodes.ConduitNode());
        this.skip(94 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 74 /* between */) {
            this.skip(74 /* between */);
            node.ends = this.append(node.ends, this.QName());
            while ((this.kind & ~1) === 56 /* and */) {
                this.skip(56 /* and */);
                node.ends = this.append(node.ends, this.QName());
            }
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Flow(): nodes.FlowNode {
        const node = this.open(new nodes.FlowNode());
        this.skip(146 /* flow */);
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
        this.skip(190 /* matrix */);
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
        if ((this.kind & ~1) === 72 /* because */) {
            this.skip(72 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private CategoryFact(): nodes.CategoryFactNode {
        const node = this.open(new nodes.CategoryFactNode());
        node.key = this.leaf(84 /* category */);
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
        node.key = this.leaf(290 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(180 /* likelihood */);
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
        node.key = this.leaf(96 /* consequence */);
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
        node.key = this.leaf(252 /* row */);
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
        node.key = this.leaf(70 /* bands */);
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
        if ((this.kind & ~1) === 288 /* to */) {
            this.skip(288 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(280 /* target-rule */);
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
        node.key = this.leaf(234 /* port */);
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
        if ((this.kind & ~1) === 118 /* dhcp */) {
            node.dhcp = this.leaf(118 /* dhcp */);
        }
        else if (firstAddressFact[this.kind] === 1) {
            node.values = this.append(node.values, this.AddressLeg());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.AddressLeg());
            }
        }
        else this.none([118 /* dhcp */, 8 /* ADDRESS */, 10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private AddressLeg(): nodes.AddressLegNode {
        const node = this.open(new nodes.AddressLegNode());
        node.value = this.leafOf(firstAddressFact);
        if ((this.kind & ~1) === 164 /* in */) {
            this.skip(164 /* in */);
            node.zone = this.QName();
        }
        return this.close(node);
    }

    private NetworkFact(): nodes.NetworkFactNode {
        const node = this.open(new nodes.NetworkFactNode());
        node.key = this.leaf(202 /* network */);
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
        node.key = this.leaf(188 /* mac */);
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
        node.key = this.leaf(142 /* faces */);
        node.zone = this.QName();
        this.skip(78 /* by */);
        node.interface = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private TranslatesFact(): nodes.TranslatesFactNode {
        const node = this.open(new nodes.TranslatesFactNode());
        node.key = this.leaf(292 /* translates */);
        node.from = this.AddressValue();
        this.skip(288 /* to */);
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
        node.key = this.leaf(200 /* needs */);
        node.targets = this.append(node.targets, this.QName());
        for (;;) {
            if ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.targets = this.append(node.targets, this.QName());
            }
            else if ((this.kind & ~1) === 212 /* or */) {
                node.orAt = this.append(node.orAt, this.leaf(212 /* or */));
                node.targets = this.append(node.targets, this.QName());
            }
            else break;
        }
        return this.close(node);
    }

    private EvidenceFact(): nodes.EvidenceFactNode {
        const node = this.open(new nodes.EvidenceFactNode());
        node.key = this.leaf(130 /* evidence */);
        node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
        }
        for (;;) {
            if ((this.kind & ~1) === 68 /* author */) {
                this.skip(68 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 106 /* dated */) {
                this.skip(106 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 298 /* valid */) {
                this.skip(298 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 296 /* until */) {
                this.skip(296 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PlannedFact(): nodes.PlannedFactNode {
        const node = this.open(new nodes.PlannedFactNode());
        node.key = this.leaf(230 /* planned */);
        this.skip(150 /* for */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private RetiredFact(): nodes.RetiredFactNode {
        const node = this.open(new nodes.RetiredFactNode());
        node.key = this.leaf(250 /* retired */);
        this.skip(208 /* on */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private PatchedFact(): nodes.PatchedFactNode {
        const node = this.open(new nodes.PatchedFactNode());
        node.key = this.leaf(220 /* patched */);
        this.skip(288 /* to */);
        node.version = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 208 /* on */) {
            this.skip(208 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private PatchFact(): nodes.PatchFactNode {
        const node = this.open(new nodes.PatchFactNode());
        node.key = this.leaf(218 /* patch */);
        node.version = this.leaf(2 /* STRING */);
        this.skip(272 /* state */);
        node.state = this.nameLeaf();
        if ((this.kind & ~1) === 208 /* on */) {
            this.skip(208 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private SupportedFact(): nodes.SupportedFactNode {
        const node = this.open(new nodes.SupportedFactNode());
        node.key = this.leaf(276 /* supported */);
        this.skip(296 /* until */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private WindowFact(): nodes.WindowFactNode {
        const node = this.open(new nodes.WindowFactNode());
        node.key = this.leaf(310 /* window */);
        node.title = this.leaf(2 /* STRING */);
        node.first = this.leaf(4 /* DAY */);
        this.skip(288 /* to */);
        node.last = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private DowntimeFact(): nodes.DowntimeFactNode {
        const node = this.open(new nodes.DowntimeFactNode());
        node.key = this.leaf(122 /* downtime */);
        node.duration = this.Duration();
        return this.close(node);
    }

    private EvidenceValidFact(): nodes.EvidenceValidFactNode {
        const node = this.open(new nodes.EvidenceValidFactNode());
        node.key = this.leaf(132 /* evidence-valid */);
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
        node.key = this.leaf(126 /* endures */);
        node.duration = this.Duration();
        this.skip(314 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        return this.close(node);
    }

    private WorksFact(): nodes.WorksFactNode {
        const node = this.open(new nodes.WorksFactNode());
        node.key = this.leaf(316 /* works */);
        this.skip(314 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        if ((this.kind & ~1) === 72 /* because */) {
            this.skip(72 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private KeepsFact(): nodes.KeepsFactNode {
        const node = this.open(new nodes.KeepsFactNode());
        node.key = this.leaf(174 /* keeps */);
        node.targets = this.append(node.targets, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.nameLeaf());
        }
        if ((this.kind & ~1) === 150 /* for */) {
            this.skip(150 /* for */);
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
        if ((this.kind & ~1) === 204 /* not */) {
            node.not = this.leaf(204 /* not */);
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
        node.key = this.leaf(256 /* saw */);
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
        if ((this.kind & ~1) === 208 /* on */) {
            this.skip(208 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(108 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(288 /* to */);
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

    private LevelFact(): nodes.LevelFactNode {
        const node = this.open(new nodes.LevelFactNode());
        node.key = this.leafOf(keysOfLevelFact);
        node.vector = this.Vector();
        if ((this.kind & ~1) === 72 /* because */) {
            this.skip(72 /* because */);
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
            if ((this.kind & ~1) === 78 /* by */) {
                this.skip(78 /* by */);
                node.by = this.append(node.by, this.nameLeaf());
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.by = this.append(node.by, this.nameLeaf());
                }
            }
            else if ((this.kind & ~1) === 72 /* because */) {
                this.skip(72 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 130 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(130 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 124 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(124 /* due */));
                node.due = this.append(node.due, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 68 /* author */) {
                this.skip(68 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 106 /* dated */) {
                this.skip(106 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 298 /* valid */) {
                this.skip(298 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 296 /* until */) {
                this.skip(296 /* until */);
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
        node.key = this.leaf(258 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 78 /* by */) {
            this.skip(78 /* by */);
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
        this.skip(78 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(210 /* one-way */);
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
            if ((this.kind & ~1) === 72 /* because */) {
                this.skip(72 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 296 /* until */) {
                this.skip(296 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private AgreedFact(): nodes.AgreedFactNode {
        const node = this.open(new nodes.AgreedFactNode());
        node.key = this.leaf(52 /* agreed */);
        node.what = this.leaf(2 /* STRING */);
        this.skip(78 /* by */);
        node.person = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 296 /* until */) {
            this.skip(296 /* until */);
            node.until = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(196 /* mitigated */);
        this.skip(78 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 288 /* to */) {
            this.skip(288 /* to */);
            if ((this.kind & ~1) === 180 /* likelihood */) {
                this.skip(180 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 96 /* consequence */) {
                this.skip(96 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        if ((this.kind & ~1) === 318 /* write */) {
            node.access = this.leaf(318 /* write */);
        }
        this.skip(222 /* path */);
        this.skip(152 /* from */);
        node.source = this.QName();
        this.skip(288 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 286 /* through */) {
            this.skip(286 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(134 /* except */);
        this.skip(146 /* flow */);
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
            else if ((this.kind & ~1) === 72 /* because */) {
                this.skip(72 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 296 /* until */) {
                this.skip(296 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(222 /* path */);
        this.skip(152 /* from */);
        node.source = this.QName();
        this.skip(288 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
