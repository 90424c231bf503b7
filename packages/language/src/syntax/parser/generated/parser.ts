// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view ruleset observation permits blocks enters leaves saw matrix owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate carries source when kind criticality access status security class preset direction detail colour is provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since port address network mac faces translates serves needs via over applies from against include exclude focus hide highlight device sees SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept mitigated deny require except path */
const firstStatement = kindSet([138, 236, 270, 266, 58, 86, 126, 252, 204, 92, 242, 144, 262, 216, 178, 190, 68, 112, 150, 218, 162, 186, 100, 154, 114, 158, 194, 156, 192, 60, 196, 210, 256, 202, 258, 78, 74, 232, 264, 148, 94, 46, 234, 222, 80, 200, 108, 102, 82, 146, 206, 240, 134, 76, 208, 90, 228, 72, 248, 152, 88, 62, 214, 238, 254, 110, 122, 230, 198, 48, 174, 160, 124, 250, 226, 172, 260, 184, 54, 130, 50, 142, 118, 128, 132, 136, 104, 224, 40, 38, 36, 164, 166, 120, 84, 220, 56, 170, 182, 44, 168, 98, 212, 116, 188]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate carries source when */
const keysOfTextFact = kindSet([186, 100, 154, 114, 158, 194, 156, 192, 60, 196, 210, 256, 202, 258, 78, 74, 232, 264]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([148, 94, 46, 234, 222, 80, 200, 108, 102, 82]);
/** is provides targets highest-first */
const keysOfWordsFact = kindSet([146, 206, 240, 134]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([208, 90, 228, 72]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since */
const keysOfDayFact = kindSet([254, 110, 122, 230]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves needs via over applies from against include exclude focus hide highlight device sees */
const keysOfMentionFact = kindSet([226, 172, 260, 184, 54, 130, 50, 142, 118, 128, 132, 136, 104, 224]);
/** permits blocks */
const keysOfFilterRule = kindSet([190, 68]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves */
const keysOfInterfaceFact = kindSet([112, 150]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([164, 166, 120, 84]);
/** approved monitored */
const keysOfPersonFact = kindSet([56, 170]);
/** deny require */
const keysOfClauseFact = kindSet([98, 212]);

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
            case 138 /* import */: return this.Import();
            case 236 /* system */: return this.System();
            case 270 /* zone */: return this.Zone();
            case 266 /* within */: return this.Within();
            case 58 /* asset */: return this.Asset();
            case 86 /* conduit */: return this.Conduit();
            case 126 /* flow */: return this.Flow();
            case 252 /* type */: return this.AssetType();
            case 204 /* protocol */: return this.Protocol();
            case 92 /* countermeasure */: return this.Countermeasure();
            case 242 /* threat */: return this.Threat();
            case 144 /* invariant */: return this.Invariant();
            case 262 /* view */: return this.View();
            case 216 /* ruleset */: return this.Ruleset();
            case 178 /* observation */: return this.Observation();
            case 190 /* permits */: case 68 /* blocks */: return this.FilterRule();
            case 112 /* enters */: case 150 /* leaves */: return this.InterfaceFact();
            case 218 /* saw */: return this.Conversation();
            case 162 /* matrix */: return this.Matrix();
            case 186 /* owner */: case 100 /* description */: case 154 /* location */: case 114 /* evidence */: case 158 /* logical-boundary */: case 194 /* physical-boundary */: case 156 /* logical-access */: case 192 /* physical-access */: case 60 /* assumption */: case 196 /* policy */: case 210 /* regulation */: case 256 /* vendor */: case 202 /* product */: case 258 /* version */: case 78 /* certificate */: case 74 /* carries */: case 232 /* source */: case 264 /* when */: return this.TextFact();
            case 148 /* kind */: case 94 /* criticality */: case 46 /* access */: case 234 /* status */: case 222 /* security */: case 80 /* class */: case 200 /* preset */: case 108 /* direction */: case 102 /* detail */: case 82 /* colour */: return this.WordFact();
            case 146 /* is */: case 206 /* provides */: case 240 /* targets */: case 134 /* highest-first */: return this.WordsFact();
            case 76 /* category */: return this.CategoryFact();
            case 208 /* purdue */: case 90 /* cost */: case 228 /* sessions */: case 72 /* bytes */: return this.NumberFact();
            case 248 /* tolerable-risk */: return this.ToleranceFact();
            case 152 /* likelihood */: return this.LikelihoodFact();
            case 88 /* consequence */: return this.ConsequenceFact();
            case 62 /* bands */: return this.BandsFact();
            case 214 /* row */: return this.RowFact();
            case 238 /* target-rule */: return this.TargetRuleFact();
            case 254 /* until */: case 110 /* due */: case 122 /* exported */: case 230 /* since */: return this.DayFact();
            case 198 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 174 /* network */: return this.NetworkFact();
            case 160 /* mac */: return this.MacFact();
            case 124 /* faces */: return this.FacesFact();
            case 250 /* translates */: return this.TranslatesFact();
            case 226 /* serves */: case 172 /* needs */: case 260 /* via */: case 184 /* over */: case 54 /* applies */: case 130 /* from */: case 50 /* against */: case 142 /* include */: case 118 /* exclude */: case 128 /* focus */: case 132 /* hide */: case 136 /* highlight */: case 104 /* device */: case 224 /* sees */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 164 /* meets */: case 166 /* misses */: case 120 /* excludes */: case 84 /* compensates */: return this.RequirementFact();
            case 220 /* secured */: return this.SecuredFact();
            case 56 /* approved */: case 170 /* monitored */: return this.PersonFact();
            case 182 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 168 /* mitigated */: return this.MitigatedFact();
            case 98 /* deny */: case 212 /* require */: return this.ClauseFact();
            case 116 /* except */: return this.ExceptFact();
            case 188 /* path */: return this.PathFact();
        }
        this.none([138 /* import */, 236 /* system */, 270 /* zone */, 266 /* within */, 58 /* asset */, 86 /* conduit */, 126 /* flow */, 252 /* type */, 204 /* protocol */, 92 /* countermeasure */, 242 /* threat */, 144 /* invariant */, 262 /* view */, 216 /* ruleset */, 178 /* observation */, 190 /* permits */, 68 /* blocks */, 112 /* enters */, 150 /* leaves */, 218 /* saw */, 162 /* matrix */, 186 /* owner */, 100 /* description */, 154 /* location */, 114 /* evidence */, 158 /* logical-boundary */, 194 /* physical-boundary */, 156 /* logical-access */, 192 /* physical-access */, 60 /* assumption */, 196 /* policy */, 210 /* regulation */, 256 /* vendor */, 202 /* product */, 258 /* version */, 78 /* certificate */, 74 /* carries */, 232 /* source */, 264 /* when */, 148 /* kind */, 94 /* criticality */, 46 /* access */, 234 /* status */, 222 /* security */, 80 /* class */, 200 /* preset */, 108 /* direction */, 102 /* detail */, 82 /* colour */, 146 /* is */, 206 /* provides */, 240 /* targets */, 134 /* highest-first */, 76 /* category */, 208 /* purdue */, 90 /* cost */, 228 /* sessions */, 72 /* bytes */, 248 /* tolerable-risk */, 152 /* likelihood */, 88 /* consequence */, 62 /* bands */, 214 /* row */, 238 /* target-rule */, 254 /* until */, 110 /* due */, 122 /* exported */, 230 /* since */, 198 /* port */, 48 /* address */, 174 /* network */, 160 /* mac */, 124 /* faces */, 250 /* translates */, 226 /* serves */, 172 /* needs */, 260 /* via */, 184 /* over */, 54 /* applies */, 130 /* from */, 50 /* against */, 142 /* include */, 118 /* exclude */, 128 /* focus */, 132 /* hide */, 136 /* highlight */, 104 /* device */, 224 /* sees */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 164 /* meets */, 166 /* misses */, 120 /* excludes */, 84 /* compensates */, 220 /* secured */, 56 /* approved */, 170 /* monitored */, 182 /* one-way */, 44 /* accept */, 168 /* mitigated */, 98 /* deny */, 212 /* require */, 116 /* except */, 188 /* path */]);
        return undefined as never;
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(138 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(236 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(266 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(270 /* zone */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Asset(): nodes.AssetNode {
        const node = this.open(new nodes.AssetNode());
        this.skip(58 /* asset */);
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
        this.skip(252 /* type */);
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
        this.skip(204 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(92 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(242 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(144 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(262 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(216 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(178 /* observation */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Conduit(): nodes.ConduitNode {
        const node = this.open(new nodes.ConduitNode());
        this.skip(86 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 66 /* between */) {
            this.skip(66 /* between */);
            node.ends = this.append(node.ends, this.QName());
            while ((this.kind & ~1) === 52 /* and */) {
                this.skip(52 /* and */);
                node.ends = this.append(node.ends, this.QName());
            }
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Flow(): nodes.FlowNode {
        const node = this.open(new nodes.FlowNode());
        this.skip(126 /* flow */);
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
        this.skip(162 /* matrix */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        this.block(node, firstStatement);
        return this.close(node);
    }

    private QName(): nodes.QNameNode {
        const node = this.open(new nodes.QNameNode());
        node.parts = this.append(node.parts, this.nameLeaf());
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
        if ((this.kind & ~1) === 64 /* because */) {
            this.skip(64 /* because */);
            node.because = this.leaf(2 /* STRING */);
        }
        return this.close(node);
    }

    private CategoryFact(): nodes.CategoryFactNode {
        const node = this.open(new nodes.CategoryFactNode());
        node.key = this.leaf(76 /* category */);
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
        node.key = this.leaf(248 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(152 /* likelihood */);
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
        node.key = this.leaf(88 /* consequence */);
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
        node.key = this.leaf(214 /* row */);
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
        node.key = this.leaf(62 /* bands */);
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
        if ((this.kind & ~1) === 246 /* to */) {
            this.skip(246 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(238 /* target-rule */);
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
        node.key = this.leaf(198 /* port */);
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
        if ((this.kind & ~1) === 106 /* dhcp */) {
            node.dhcp = this.leaf(106 /* dhcp */);
        }
        else if (firstAddressFact[this.kind] === 1) {
            node.values = this.append(node.values, this.AddressLeg());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.AddressLeg());
            }
        }
        else this.none([106 /* dhcp */, 8 /* ADDRESS */, 10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private AddressLeg(): nodes.AddressLegNode {
        const node = this.open(new nodes.AddressLegNode());
        node.value = this.leafOf(firstAddressFact);
        if ((this.kind & ~1) === 140 /* in */) {
            this.skip(140 /* in */);
            node.zone = this.QName();
        }
        return this.close(node);
    }

    private NetworkFact(): nodes.NetworkFactNode {
        const node = this.open(new nodes.NetworkFactNode());
        node.key = this.leaf(174 /* network */);
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
        node.key = this.leaf(160 /* mac */);
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
        node.key = this.leaf(124 /* faces */);
        node.zone = this.QName();
        this.skip(70 /* by */);
        node.interface = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private TranslatesFact(): nodes.TranslatesFactNode {
        const node = this.open(new nodes.TranslatesFactNode());
        node.key = this.leaf(250 /* translates */);
        node.from = this.AddressValue();
        this.skip(246 /* to */);
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
        if ((this.kind & ~1) === 176 /* not */) {
            node.not = this.leaf(176 /* not */);
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
        node.key = this.leaf(218 /* saw */);
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
        if ((this.kind & ~1) === 180 /* on */) {
            this.skip(180 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(96 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(246 /* to */);
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
        if ((this.kind & ~1) === 64 /* because */) {
            this.skip(64 /* because */);
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
            if ((this.kind & ~1) === 70 /* by */) {
                this.skip(70 /* by */);
                node.by = this.append(node.by, this.nameLeaf());
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.by = this.append(node.by, this.nameLeaf());
                }
            }
            else if ((this.kind & ~1) === 64 /* because */) {
                this.skip(64 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 114 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(114 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 110 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(110 /* due */));
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
        node.key = this.leaf(220 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 70 /* by */) {
            this.skip(70 /* by */);
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
        this.skip(70 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(182 /* one-way */);
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
            if ((this.kind & ~1) === 64 /* because */) {
                this.skip(64 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 254 /* until */) {
                this.skip(254 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(168 /* mitigated */);
        this.skip(70 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 246 /* to */) {
            this.skip(246 /* to */);
            if ((this.kind & ~1) === 152 /* likelihood */) {
                this.skip(152 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 88 /* consequence */) {
                this.skip(88 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        if ((this.kind & ~1) === 268 /* write */) {
            node.access = this.leaf(268 /* write */);
        }
        this.skip(188 /* path */);
        this.skip(130 /* from */);
        node.source = this.QName();
        this.skip(246 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 244 /* through */) {
            this.skip(244 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(116 /* except */);
        this.skip(126 /* flow */);
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
            else if ((this.kind & ~1) === 64 /* because */) {
                this.skip(64 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 254 /* until */) {
                this.skip(254 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(188 /* path */);
        this.skip(130 /* from */);
        node.source = this.QName();
        this.skip(246 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
