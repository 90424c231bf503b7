// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view function island needs endures works keeps ruleset observation permits blocks enters leaves saw matrix owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when fallback kind criticality access status security class preset direction detail colour is provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since port address network mac faces translates serves via over applies from against include exclude focus hide highlight device sees cut assume SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept mitigated deny require except path */
const firstStatement = kindSet([152, 256, 294, 286, 60, 90, 136, 272, 224, 96, 262, 158, 282, 144, 162, 190, 118, 290, 164, 236, 196, 210, 72, 120, 168, 238, 180, 206, 106, 172, 122, 176, 214, 174, 212, 64, 216, 230, 276, 222, 278, 82, 52, 78, 252, 284, 134, 166, 98, 46, 254, 242, 84, 220, 114, 108, 86, 160, 226, 260, 148, 80, 228, 94, 248, 76, 268, 170, 92, 66, 234, 258, 274, 116, 130, 250, 218, 48, 192, 178, 132, 270, 246, 280, 204, 56, 142, 50, 156, 126, 138, 146, 150, 110, 244, 100, 62, 40, 38, 36, 182, 184, 128, 88, 240, 58, 188, 200, 44, 186, 104, 232, 124, 208]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** ID STRING */
const keysOfQName = kindSet([28, 2]);
/** owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when fallback */
const keysOfTextFact = kindSet([206, 106, 172, 122, 176, 214, 174, 212, 64, 216, 230, 276, 222, 278, 82, 52, 78, 252, 284, 134]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([166, 98, 46, 254, 242, 84, 220, 114, 108, 86]);
/** is provides targets highest-first */
const keysOfWordsFact = kindSet([160, 226, 260, 148]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([228, 94, 248, 76]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since */
const keysOfDayFact = kindSet([274, 116, 130, 250]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves via over applies from against include exclude focus hide highlight device sees cut assume */
const keysOfMentionFact = kindSet([246, 280, 204, 56, 142, 50, 156, 126, 138, 146, 150, 110, 244, 100, 62]);
/** permits blocks */
const keysOfFilterRule = kindSet([210, 72]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves */
const keysOfInterfaceFact = kindSet([120, 168]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([182, 184, 128, 88]);
/** approved monitored */
const keysOfPersonFact = kindSet([58, 188]);
/** deny require */
const keysOfClauseFact = kindSet([104, 232]);

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
            case 152 /* import */: return this.Import();
            case 256 /* system */: return this.System();
            case 294 /* zone */: return this.Zone();
            case 286 /* within */: return this.Within();
            case 60 /* asset */: return this.Asset();
            case 90 /* conduit */: return this.Conduit();
            case 136 /* flow */: return this.Flow();
            case 272 /* type */: return this.AssetType();
            case 224 /* protocol */: return this.Protocol();
            case 96 /* countermeasure */: return this.Countermeasure();
            case 262 /* threat */: return this.Threat();
            case 158 /* invariant */: return this.Invariant();
            case 282 /* view */: return this.View();
            case 144 /* function */: return this.PlantFunction();
            case 162 /* island */: return this.Island();
            case 190 /* needs */: return this.NeedsFact();
            case 118 /* endures */: return this.EnduresFact();
            case 290 /* works */: return this.WorksFact();
            case 164 /* keeps */: return this.KeepsFact();
            case 236 /* ruleset */: return this.Ruleset();
            case 196 /* observation */: return this.Observation();
            case 210 /* permits */: case 72 /* blocks */: return this.FilterRule();
            case 120 /* enters */: case 168 /* leaves */: return this.InterfaceFact();
            case 238 /* saw */: return this.Conversation();
            case 180 /* matrix */: return this.Matrix();
            case 206 /* owner */: case 106 /* description */: case 172 /* location */: case 122 /* evidence */: case 176 /* logical-boundary */: case 214 /* physical-boundary */: case 174 /* logical-access */: case 212 /* physical-access */: case 64 /* assumption */: case 216 /* policy */: case 230 /* regulation */: case 276 /* vendor */: case 222 /* product */: case 278 /* version */: case 82 /* certificate */: case 52 /* alias */: case 78 /* carries */: case 252 /* source */: case 284 /* when */: case 134 /* fallback */: return this.TextFact();
            case 166 /* kind */: case 98 /* criticality */: case 46 /* access */: case 254 /* status */: case 242 /* security */: case 84 /* class */: case 220 /* preset */: case 114 /* direction */: case 108 /* detail */: case 86 /* colour */: return this.WordFact();
            case 160 /* is */: case 226 /* provides */: case 260 /* targets */: case 148 /* highest-first */: return this.WordsFact();
            case 80 /* category */: return this.CategoryFact();
            case 228 /* purdue */: case 94 /* cost */: case 248 /* sessions */: case 76 /* bytes */: return this.NumberFact();
            case 268 /* tolerable-risk */: return this.ToleranceFact();
            case 170 /* likelihood */: return this.LikelihoodFact();
            case 92 /* consequence */: return this.ConsequenceFact();
            case 66 /* bands */: return this.BandsFact();
            case 234 /* row */: return this.RowFact();
            case 258 /* target-rule */: return this.TargetRuleFact();
            case 274 /* until */: case 116 /* due */: case 130 /* exported */: case 250 /* since */: return this.DayFact();
            case 218 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 192 /* network */: return this.NetworkFact();
            case 178 /* mac */: return this.MacFact();
            case 132 /* faces */: return this.FacesFact();
            case 270 /* translates */: return this.TranslatesFact();
            case 246 /* serves */: case 280 /* via */: case 204 /* over */: case 56 /* applies */: case 142 /* from */: case 50 /* against */: case 156 /* include */: case 126 /* exclude */: case 138 /* focus */: case 146 /* hide */: case 150 /* highlight */: case 110 /* device */: case 244 /* sees */: case 100 /* cut */: case 62 /* assume */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 182 /* meets */: case 184 /* misses */: case 128 /* excludes */: case 88 /* compensates */: return this.RequirementFact();
            case 240 /* secured */: return this.SecuredFact();
            case 58 /* approved */: case 188 /* monitored */: return this.PersonFact();
            case 200 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 186 /* mitigated */: return this.MitigatedFact();
            case 104 /* deny */: case 232 /* require */: return this.ClauseFact();
            case 124 /* except */: return this.ExceptFact();
            case 208 /* path */: return this.PathFact();
        }
        this.none([152 /* import */, 256 /* system */, 294 /* zone */, 286 /* within */, 60 /* asset */, 90 /* conduit */, 136 /* flow */, 272 /* type */, 224 /* protocol */, 96 /* countermeasure */, 262 /* threat */, 158 /* invariant */, 282 /* view */, 144 /* function */, 162 /* island */, 190 /* needs */, 118 /* endures */, 290 /* works */, 164 /* keeps */, 236 /* ruleset */, 196 /* observation */, 210 /* permits */, 72 /* blocks */, 120 /* enters */, 168 /* leaves */, 238 /* saw */, 180 /* matrix */, 206 /* owner */, 106 /* description */, 172 /* location */, 122 /* evidence */, 176 /* logical-boundary */, 214 /* physical-boundary */, 174 /* logical-access */, 212 /* physical-access */, 64 /* assumption */, 216 /* policy */, 230 /* regulation */, 276 /* vendor */, 222 /* product */, 278 /* version */, 82 /* certificate */, 52 /* alias */, 78 /* carries */, 252 /* source */, 284 /* when */, 134 /* fallback */, 166 /* kind */, 98 /* criticality */, 46 /* access */, 254 /* status */, 242 /* security */, 84 /* class */, 220 /* preset */, 114 /* direction */, 108 /* detail */, 86 /* colour */, 160 /* is */, 226 /* provides */, 260 /* targets */, 148 /* highest-first */, 80 /* category */, 228 /* purdue */, 94 /* cost */, 248 /* sessions */, 76 /* bytes */, 268 /* tolerable-risk */, 170 /* likelihood */, 92 /* consequence */, 66 /* bands */, 234 /* row */, 258 /* target-rule */, 274 /* until */, 116 /* due */, 130 /* exported */, 250 /* since */, 218 /* port */, 48 /* address */, 192 /* network */, 178 /* mac */, 132 /* faces */, 270 /* translates */, 246 /* serves */, 280 /* via */, 204 /* over */, 56 /* applies */, 142 /* from */, 50 /* against */, 156 /* include */, 126 /* exclude */, 138 /* focus */, 146 /* hide */, 150 /* highlight */, 110 /* device */, 244 /* sees */, 100 /* cut */, 62 /* assume */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 182 /* meets */, 184 /* misses */, 128 /* excludes */, 88 /* compensates */, 240 /* secured */, 58 /* approved */, 188 /* monitored */, 200 /* one-way */, 44 /* accept */, 186 /* mitigated */, 104 /* deny */, 232 /* require */, 124 /* except */, 208 /* path */]);
        return undefined as never;
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(152 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(256 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(286 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(294 /* zone */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Asset(): nodes.AssetNode {
        const node = this.open(new nodes.AssetNode());
        this.skip(60 /* asset */);
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
        this.skip(272 /* type */);
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
        this.skip(224 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(96 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(262 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(158 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private PlantFunction(): nodes.PlantFunctionNode {
        const node = this.open(new nodes.PlantFunctionNode());
        this.skip(144 /* function */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Island(): nodes.IslandNode {
        const node = this.open(new nodes.IslandNode());
        this.skip(162 /* island */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(282 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(236 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(196 /* observation */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Conduit(): nodes.ConduitNode {
        const node = this.open(new nodes.ConduitNode());
        this.skip(90 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 70 /* between */) {
            this.skip(70 /* between */);
            node.ends = this.append(node.ends, this.QName());
            while ((this.kind & ~1) === 54 /* and */) {
                this.skip(54 /* and */);
                node.ends = this.append(node.ends, this.QName());
            }
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Flow(): nodes.FlowNode {
        const node = this.open(new nodes.FlowNode());
        this.skip(136 /* flow */);
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
        this.skip(180 /* matrix */);
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
        if ((this.kind & ~1) === 68 /* because */) {
            this.skip(68 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private CategoryFact(): nodes.CategoryFactNode {
        const node = this.open(new nodes.CategoryFactNode());
        node.key = this.leaf(80 /* category */);
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
        node.key = this.leaf(268 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(170 /* likelihood */);
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
        node.key = this.leaf(92 /* consequence */);
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
        node.key = this.leaf(234 /* row */);
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
        node.key = this.leaf(66 /* bands */);
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
        if ((this.kind & ~1) === 266 /* to */) {
            this.skip(266 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(258 /* target-rule */);
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
        node.key = this.leaf(218 /* port */);
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
        if ((this.kind & ~1) === 112 /* dhcp */) {
            node.dhcp = this.leaf(112 /* dhcp */);
        }
        else if (firstAddressFact[this.kind] === 1) {
            node.values = this.append(node.values, this.AddressLeg());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.AddressLeg());
            }
        }
        else this.none([112 /* dhcp */, 8 /* ADDRESS */, 10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private AddressLeg(): nodes.AddressLegNode {
        const node = this.open(new nodes.AddressLegNode());
        node.value = this.leafOf(firstAddressFact);
        if ((this.kind & ~1) === 154 /* in */) {
            this.skip(154 /* in */);
            node.zone = this.QName();
        }
        return this.close(node);
    }

    private NetworkFact(): nodes.NetworkFactNode {
        const node = this.open(new nodes.NetworkFactNode());
        node.key = this.leaf(192 /* network */);
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
        node.key = this.leaf(178 /* mac */);
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
        node.key = this.leaf(132 /* faces */);
        node.zone = this.QName();
        this.skip(74 /* by */);
        node.interface = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private TranslatesFact(): nodes.TranslatesFactNode {
        const node = this.open(new nodes.TranslatesFactNode());
        node.key = this.leaf(270 /* translates */);
        node.from = this.AddressValue();
        this.skip(266 /* to */);
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
        node.key = this.leaf(190 /* needs */);
        node.targets = this.append(node.targets, this.QName());
        for (;;) {
            if ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.targets = this.append(node.targets, this.QName());
            }
            else if ((this.kind & ~1) === 202 /* or */) {
                node.orAt = this.append(node.orAt, this.leaf(202 /* or */));
                node.targets = this.append(node.targets, this.QName());
            }
            else break;
        }
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
        node.key = this.leaf(118 /* endures */);
        node.duration = this.Duration();
        this.skip(288 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        return this.close(node);
    }

    private WorksFact(): nodes.WorksFactNode {
        const node = this.open(new nodes.WorksFactNode());
        node.key = this.leaf(290 /* works */);
        this.skip(288 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        if ((this.kind & ~1) === 68 /* because */) {
            this.skip(68 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private KeepsFact(): nodes.KeepsFactNode {
        const node = this.open(new nodes.KeepsFactNode());
        node.key = this.leaf(164 /* keeps */);
        node.targets = this.append(node.targets, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.nameLeaf());
        }
        if ((this.kind & ~1) === 140 /* for */) {
            this.skip(140 /* for */);
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
        if ((this.kind & ~1) === 194 /* not */) {
            node.not = this.leaf(194 /* not */);
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
        node.key = this.leaf(238 /* saw */);
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
        if ((this.kind & ~1) === 198 /* on */) {
            this.skip(198 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(102 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(266 /* to */);
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
        if ((this.kind & ~1) === 68 /* because */) {
            this.skip(68 /* because */);
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
            if ((this.kind & ~1) === 74 /* by */) {
                this.skip(74 /* by */);
                node.by = this.append(node.by, this.nameLeaf());
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.by = this.append(node.by, this.nameLeaf());
                }
            }
            else if ((this.kind & ~1) === 68 /* because */) {
                this.skip(68 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 122 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(122 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 116 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(116 /* due */));
                node.due = this.append(node.due, this.leaf(4 /* DAY */));
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
        node.key = this.leaf(240 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 74 /* by */) {
            this.skip(74 /* by */);
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
        this.skip(74 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(200 /* one-way */);
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
            if ((this.kind & ~1) === 68 /* because */) {
                this.skip(68 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 274 /* until */) {
                this.skip(274 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(186 /* mitigated */);
        this.skip(74 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 266 /* to */) {
            this.skip(266 /* to */);
            if ((this.kind & ~1) === 170 /* likelihood */) {
                this.skip(170 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 92 /* consequence */) {
                this.skip(92 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        if ((this.kind & ~1) === 292 /* write */) {
            node.access = this.leaf(292 /* write */);
        }
        this.skip(208 /* path */);
        this.skip(142 /* from */);
        node.source = this.QName();
        this.skip(266 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 264 /* through */) {
            this.skip(264 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(124 /* except */);
        this.skip(136 /* flow */);
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
            else if ((this.kind & ~1) === 68 /* because */) {
                this.skip(68 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 274 /* until */) {
                this.skip(274 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(208 /* path */);
        this.skip(142 /* from */);
        node.source = this.QName();
        this.skip(266 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
