// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view ruleset observation permits blocks enters leaves saw matrix owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when kind criticality access status security class preset direction detail colour is provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since port address network mac faces translates serves needs via over applies from against include exclude focus hide highlight device sees SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept mitigated deny require except path */
const firstStatement = kindSet([140, 238, 272, 268, 60, 88, 128, 254, 206, 94, 244, 146, 264, 218, 180, 192, 70, 114, 152, 220, 164, 188, 102, 156, 116, 160, 196, 158, 194, 62, 198, 212, 258, 204, 260, 80, 52, 76, 234, 266, 150, 96, 46, 236, 224, 82, 202, 110, 104, 84, 148, 208, 242, 136, 78, 210, 92, 230, 74, 250, 154, 90, 64, 216, 240, 256, 112, 124, 232, 200, 48, 176, 162, 126, 252, 228, 174, 262, 186, 56, 132, 50, 144, 120, 130, 134, 138, 106, 226, 40, 38, 36, 166, 168, 122, 86, 222, 58, 172, 184, 44, 170, 100, 214, 118, 190]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** ID STRING */
const keysOfQName = kindSet([28, 2]);
/** owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate alias carries source when */
const keysOfTextFact = kindSet([188, 102, 156, 116, 160, 196, 158, 194, 62, 198, 212, 258, 204, 260, 80, 52, 76, 234, 266]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([150, 96, 46, 236, 224, 82, 202, 110, 104, 84]);
/** is provides targets highest-first */
const keysOfWordsFact = kindSet([148, 208, 242, 136]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([210, 92, 230, 74]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since */
const keysOfDayFact = kindSet([256, 112, 124, 232]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves needs via over applies from against include exclude focus hide highlight device sees */
const keysOfMentionFact = kindSet([228, 174, 262, 186, 56, 132, 50, 144, 120, 130, 134, 138, 106, 226]);
/** permits blocks */
const keysOfFilterRule = kindSet([192, 70]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves */
const keysOfInterfaceFact = kindSet([114, 152]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([166, 168, 122, 86]);
/** approved monitored */
const keysOfPersonFact = kindSet([58, 172]);
/** deny require */
const keysOfClauseFact = kindSet([100, 214]);

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
            case 140 /* import */: return this.Import();
            case 238 /* system */: return this.System();
            case 272 /* zone */: return this.Zone();
            case 268 /* within */: return this.Within();
            case 60 /* asset */: return this.Asset();
            case 88 /* conduit */: return this.Conduit();
            case 128 /* flow */: return this.Flow();
            case 254 /* type */: return this.AssetType();
            case 206 /* protocol */: return this.Protocol();
            case 94 /* countermeasure */: return this.Countermeasure();
            case 244 /* threat */: return this.Threat();
            case 146 /* invariant */: return this.Invariant();
            case 264 /* view */: return this.View();
            case 218 /* ruleset */: return this.Ruleset();
            case 180 /* observation */: return this.Observation();
            case 192 /* permits */: case 70 /* blocks */: return this.FilterRule();
            case 114 /* enters */: case 152 /* leaves */: return this.InterfaceFact();
            case 220 /* saw */: return this.Conversation();
            case 164 /* matrix */: return this.Matrix();
            case 188 /* owner */: case 102 /* description */: case 156 /* location */: case 116 /* evidence */: case 160 /* logical-boundary */: case 196 /* physical-boundary */: case 158 /* logical-access */: case 194 /* physical-access */: case 62 /* assumption */: case 198 /* policy */: case 212 /* regulation */: case 258 /* vendor */: case 204 /* product */: case 260 /* version */: case 80 /* certificate */: case 52 /* alias */: case 76 /* carries */: case 234 /* source */: case 266 /* when */: return this.TextFact();
            case 150 /* kind */: case 96 /* criticality */: case 46 /* access */: case 236 /* status */: case 224 /* security */: case 82 /* class */: case 202 /* preset */: case 110 /* direction */: case 104 /* detail */: case 84 /* colour */: return this.WordFact();
            case 148 /* is */: case 208 /* provides */: case 242 /* targets */: case 136 /* highest-first */: return this.WordsFact();
            case 78 /* category */: return this.CategoryFact();
            case 210 /* purdue */: case 92 /* cost */: case 230 /* sessions */: case 74 /* bytes */: return this.NumberFact();
            case 250 /* tolerable-risk */: return this.ToleranceFact();
            case 154 /* likelihood */: return this.LikelihoodFact();
            case 90 /* consequence */: return this.ConsequenceFact();
            case 64 /* bands */: return this.BandsFact();
            case 216 /* row */: return this.RowFact();
            case 240 /* target-rule */: return this.TargetRuleFact();
            case 256 /* until */: case 112 /* due */: case 124 /* exported */: case 232 /* since */: return this.DayFact();
            case 200 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 176 /* network */: return this.NetworkFact();
            case 162 /* mac */: return this.MacFact();
            case 126 /* faces */: return this.FacesFact();
            case 252 /* translates */: return this.TranslatesFact();
            case 228 /* serves */: case 174 /* needs */: case 262 /* via */: case 186 /* over */: case 56 /* applies */: case 132 /* from */: case 50 /* against */: case 144 /* include */: case 120 /* exclude */: case 130 /* focus */: case 134 /* hide */: case 138 /* highlight */: case 106 /* device */: case 226 /* sees */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 166 /* meets */: case 168 /* misses */: case 122 /* excludes */: case 86 /* compensates */: return this.RequirementFact();
            case 222 /* secured */: return this.SecuredFact();
            case 58 /* approved */: case 172 /* monitored */: return this.PersonFact();
            case 184 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 170 /* mitigated */: return this.MitigatedFact();
            case 100 /* deny */: case 214 /* require */: return this.ClauseFact();
            case 118 /* except */: return this.ExceptFact();
            case 190 /* path */: return this.PathFact();
        }
        this.none([140 /* import */, 238 /* system */, 272 /* zone */, 268 /* within */, 60 /* asset */, 88 /* conduit */, 128 /* flow */, 254 /* type */, 206 /* protocol */, 94 /* countermeasure */, 244 /* threat */, 146 /* invariant */, 264 /* view */, 218 /* ruleset */, 180 /* observation */, 192 /* permits */, 70 /* blocks */, 114 /* enters */, 152 /* leaves */, 220 /* saw */, 164 /* matrix */, 188 /* owner */, 102 /* description */, 156 /* location */, 116 /* evidence */, 160 /* logical-boundary */, 196 /* physical-boundary */, 158 /* logical-access */, 194 /* physical-access */, 62 /* assumption */, 198 /* policy */, 212 /* regulation */, 258 /* vendor */, 204 /* product */, 260 /* version */, 80 /* certificate */, 52 /* alias */, 76 /* carries */, 234 /* source */, 266 /* when */, 150 /* kind */, 96 /* criticality */, 46 /* access */, 236 /* status */, 224 /* security */, 82 /* class */, 202 /* preset */, 110 /* direction */, 104 /* detail */, 84 /* colour */, 148 /* is */, 208 /* provides */, 242 /* targets */, 136 /* highest-first */, 78 /* category */, 210 /* purdue */, 92 /* cost */, 230 /* sessions */, 74 /* bytes */, 250 /* tolerable-risk */, 154 /* likelihood */, 90 /* consequence */, 64 /* bands */, 216 /* row */, 240 /* target-rule */, 256 /* until */, 112 /* due */, 124 /* exported */, 232 /* since */, 200 /* port */, 48 /* address */, 176 /* network */, 162 /* mac */, 126 /* faces */, 252 /* translates */, 228 /* serves */, 174 /* needs */, 262 /* via */, 186 /* over */, 56 /* applies */, 132 /* from */, 50 /* against */, 144 /* include */, 120 /* exclude */, 130 /* focus */, 134 /* hide */, 138 /* highlight */, 106 /* device */, 226 /* sees */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 166 /* meets */, 168 /* misses */, 122 /* excludes */, 86 /* compensates */, 222 /* secured */, 58 /* approved */, 172 /* monitored */, 184 /* one-way */, 44 /* accept */, 170 /* mitigated */, 100 /* deny */, 214 /* require */, 118 /* except */, 190 /* path */]);
        return undefined as never;
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(140 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(238 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(268 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(272 /* zone */);
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
        this.skip(254 /* type */);
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
        this.skip(206 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(94 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(244 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(146 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(264 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(218 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(180 /* observation */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Conduit(): nodes.ConduitNode {
        const node = this.open(new nodes.ConduitNode());
        this.skip(88 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 68 /* between */) {
            this.skip(68 /* between */);
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
        this.skip(128 /* flow */);
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
        this.skip(164 /* matrix */);
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
        if ((this.kind & ~1) === 66 /* because */) {
            this.skip(66 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private CategoryFact(): nodes.CategoryFactNode {
        const node = this.open(new nodes.CategoryFactNode());
        node.key = this.leaf(78 /* category */);
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
        node.key = this.leaf(250 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(154 /* likelihood */);
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
        node.key = this.leaf(90 /* consequence */);
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
        node.key = this.leaf(216 /* row */);
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
        node.key = this.leaf(64 /* bands */);
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
        if ((this.kind & ~1) === 248 /* to */) {
            this.skip(248 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(240 /* target-rule */);
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
        node.key = this.leaf(200 /* port */);
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
        if ((this.kind & ~1) === 108 /* dhcp */) {
            node.dhcp = this.leaf(108 /* dhcp */);
        }
        else if (firstAddressFact[this.kind] === 1) {
            node.values = this.append(node.values, this.AddressLeg());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.AddressLeg());
            }
        }
        else this.none([108 /* dhcp */, 8 /* ADDRESS */, 10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private AddressLeg(): nodes.AddressLegNode {
        const node = this.open(new nodes.AddressLegNode());
        node.value = this.leafOf(firstAddressFact);
        if ((this.kind & ~1) === 142 /* in */) {
            this.skip(142 /* in */);
            node.zone = this.QName();
        }
        return this.close(node);
    }

    private NetworkFact(): nodes.NetworkFactNode {
        const node = this.open(new nodes.NetworkFactNode());
        node.key = this.leaf(176 /* network */);
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
        node.key = this.leaf(162 /* mac */);
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
        node.key = this.leaf(126 /* faces */);
        node.zone = this.QName();
        this.skip(72 /* by */);
        node.interface = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private TranslatesFact(): nodes.TranslatesFactNode {
        const node = this.open(new nodes.TranslatesFactNode());
        node.key = this.leaf(252 /* translates */);
        node.from = this.AddressValue();
        this.skip(248 /* to */);
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
        if ((this.kind & ~1) === 178 /* not */) {
            node.not = this.leaf(178 /* not */);
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
        node.key = this.leaf(220 /* saw */);
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
        if ((this.kind & ~1) === 182 /* on */) {
            this.skip(182 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(98 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(248 /* to */);
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
        if ((this.kind & ~1) === 66 /* because */) {
            this.skip(66 /* because */);
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
            if ((this.kind & ~1) === 72 /* by */) {
                this.skip(72 /* by */);
                node.by = this.append(node.by, this.nameLeaf());
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.by = this.append(node.by, this.nameLeaf());
                }
            }
            else if ((this.kind & ~1) === 66 /* because */) {
                this.skip(66 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 116 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(116 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 112 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(112 /* due */));
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
        node.key = this.leaf(222 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 72 /* by */) {
            this.skip(72 /* by */);
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
        this.skip(72 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(184 /* one-way */);
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
            if ((this.kind & ~1) === 66 /* because */) {
                this.skip(66 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 256 /* until */) {
                this.skip(256 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(170 /* mitigated */);
        this.skip(72 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 248 /* to */) {
            this.skip(248 /* to */);
            if ((this.kind & ~1) === 154 /* likelihood */) {
                this.skip(154 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 90 /* consequence */) {
                this.skip(90 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        if ((this.kind & ~1) === 270 /* write */) {
            node.access = this.leaf(270 /* write */);
        }
        this.skip(190 /* path */);
        this.skip(132 /* from */);
        node.source = this.QName();
        this.skip(248 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 246 /* through */) {
            this.skip(246 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(118 /* except */);
        this.skip(128 /* flow */);
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
            else if ((this.kind & ~1) === 66 /* because */) {
                this.skip(66 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 256 /* until */) {
                this.skip(256 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(190 /* path */);
        this.skip(132 /* from */);
        node.source = this.QName();
        this.skip(248 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
