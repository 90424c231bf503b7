// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, StrictReader } from '../strict-reader.ts';

/** import system zone asset conduit flow type protocol countermeasure threat invariant view matrix owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate carries kind criticality access status security class preset direction detail colour is provides targets highest-first category purdue cost tolerable-risk likelihood consequence bands row target-rule until due port address network serves needs via over applies from against include exclude focus hide highlight SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept mitigated deny require except path */
const firstStatement = kindSet([122, 194, 220, 58, 82, 110, 208, 174, 88, 200, 126, 218, 140, 158, 94, 134, 102, 138, 164, 136, 162, 60, 166, 180, 212, 172, 214, 74, 70, 130, 90, 46, 192, 188, 76, 170, 98, 96, 78, 128, 176, 198, 118, 72, 178, 86, 206, 132, 84, 62, 184, 196, 210, 100, 168, 48, 152, 190, 150, 216, 156, 54, 114, 50, 124, 106, 112, 116, 120, 40, 38, 36, 142, 144, 108, 80, 186, 56, 148, 154, 44, 146, 92, 182, 104, 160]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate carries */
const keysOfTextFact = kindSet([158, 94, 134, 102, 138, 164, 136, 162, 60, 166, 180, 212, 172, 214, 74, 70]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([130, 90, 46, 192, 188, 76, 170, 98, 96, 78]);
/** is provides targets highest-first */
const keysOfWordsFact = kindSet([128, 176, 198, 118]);
/** purdue cost */
const keysOfNumberFact = kindSet([178, 86]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due */
const keysOfDayFact = kindSet([210, 100]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** address network */
const keysOfAddressFact = kindSet([48, 152]);
/** ADDRESS NUMBER STRING */
const keysOfAddressValue = kindSet([8, 10, 2]);
/** serves needs via over applies from against include exclude focus hide highlight */
const keysOfMentionFact = kindSet([190, 150, 216, 156, 54, 114, 50, 124, 106, 112, 116, 120]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([142, 144, 108, 80]);
/** approved monitored */
const keysOfPersonFact = kindSet([56, 148]);
/** deny require */
const keysOfClauseFact = kindSet([92, 182]);

/** Reads a text without a mistake: decides by one token, and gives up where no way goes on. */
export class StrictParser extends StrictReader {
    File(): nodes.FileNode {
        const node = this.open(new nodes.FileNode());
        while (firstStatement[this.kind] === 1) {
            node.statements = this.append(node.statements, this.Statement());
        }
        this.finish();
        return this.close(node);
    }

    private Statement(): object {
        switch (this.kind & ~1) {
            case 122 /* import */: return this.Import();
            case 194 /* system */: return this.System();
            case 220 /* zone */: return this.Zone();
            case 58 /* asset */: return this.Asset();
            case 82 /* conduit */: return this.Conduit();
            case 110 /* flow */: return this.Flow();
            case 208 /* type */: return this.AssetType();
            case 174 /* protocol */: return this.Protocol();
            case 88 /* countermeasure */: return this.Countermeasure();
            case 200 /* threat */: return this.Threat();
            case 126 /* invariant */: return this.Invariant();
            case 218 /* view */: return this.View();
            case 140 /* matrix */: return this.Matrix();
            case 158 /* owner */: case 94 /* description */: case 134 /* location */: case 102 /* evidence */: case 138 /* logical-boundary */: case 164 /* physical-boundary */: case 136 /* logical-access */: case 162 /* physical-access */: case 60 /* assumption */: case 166 /* policy */: case 180 /* regulation */: case 212 /* vendor */: case 172 /* product */: case 214 /* version */: case 74 /* certificate */: case 70 /* carries */: return this.TextFact();
            case 130 /* kind */: case 90 /* criticality */: case 46 /* access */: case 192 /* status */: case 188 /* security */: case 76 /* class */: case 170 /* preset */: case 98 /* direction */: case 96 /* detail */: case 78 /* colour */: return this.WordFact();
            case 128 /* is */: case 176 /* provides */: case 198 /* targets */: case 118 /* highest-first */: return this.WordsFact();
            case 72 /* category */: return this.CategoryFact();
            case 178 /* purdue */: case 86 /* cost */: return this.NumberFact();
            case 206 /* tolerable-risk */: return this.ToleranceFact();
            case 132 /* likelihood */: return this.LikelihoodFact();
            case 84 /* consequence */: return this.ConsequenceFact();
            case 62 /* bands */: return this.BandsFact();
            case 184 /* row */: return this.RowFact();
            case 196 /* target-rule */: return this.TargetRuleFact();
            case 210 /* until */: case 100 /* due */: return this.DayFact();
            case 168 /* port */: return this.PortFact();
            case 48 /* address */: case 152 /* network */: return this.AddressFact();
            case 190 /* serves */: case 150 /* needs */: case 216 /* via */: case 156 /* over */: case 54 /* applies */: case 114 /* from */: case 50 /* against */: case 124 /* include */: case 106 /* exclude */: case 112 /* focus */: case 116 /* hide */: case 120 /* highlight */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 142 /* meets */: case 144 /* misses */: case 108 /* excludes */: case 80 /* compensates */: return this.RequirementFact();
            case 186 /* secured */: return this.SecuredFact();
            case 56 /* approved */: case 148 /* monitored */: return this.PersonFact();
            case 154 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 146 /* mitigated */: return this.MitigatedFact();
            case 92 /* deny */: case 182 /* require */: return this.ClauseFact();
            case 104 /* except */: return this.ExceptFact();
            case 160 /* path */: return this.PathFact();
            default: return this.fail();
        }
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(122 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(194 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(220 /* zone */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
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
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private AssetType(): nodes.AssetTypeNode {
        const node = this.open(new nodes.AssetTypeNode());
        this.skip(208 /* type */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 20 /* : */) {
            node.colon = this.leaf(20 /* : */);
            node.base = this.nameLeaf();
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Protocol(): nodes.ProtocolNode {
        const node = this.open(new nodes.ProtocolNode());
        this.skip(174 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(88 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(200 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(126 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(218 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Conduit(): nodes.ConduitNode {
        const node = this.open(new nodes.ConduitNode());
        this.skip(82 /* conduit */);
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
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Flow(): nodes.FlowNode {
        const node = this.open(new nodes.FlowNode());
        this.skip(110 /* flow */);
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
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
        return this.close(node);
    }

    private Matrix(): nodes.MatrixNode {
        const node = this.open(new nodes.MatrixNode());
        this.skip(140 /* matrix */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        node.open = this.leaf(24 /* { */);
        while (firstStatement[this.kind] === 1) {
            node.statements = this.append(node.statements, this.Statement());
        }
        node.close = this.leaf(26 /* } */);
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
        return this.close(node);
    }

    private CategoryFact(): nodes.CategoryFactNode {
        const node = this.open(new nodes.CategoryFactNode());
        node.key = this.leaf(72 /* category */);
        node.value = this.nameLeaf();
        if ((this.kind & ~1) === 24 /* { */) {
            node.open = this.leaf(24 /* { */);
            while (firstStatement[this.kind] === 1) {
                node.statements = this.append(node.statements, this.Statement());
            }
            node.close = this.leaf(26 /* } */);
        }
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
        node.key = this.leaf(206 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(132 /* likelihood */);
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
        else this.fail();
        return this.close(node);
    }

    private ConsequenceFact(): nodes.ConsequenceFactNode {
        const node = this.open(new nodes.ConsequenceFactNode());
        node.key = this.leaf(84 /* consequence */);
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
        else this.fail();
        return this.close(node);
    }

    private RowFact(): nodes.RowFactNode {
        const node = this.open(new nodes.RowFactNode());
        node.key = this.leaf(184 /* row */);
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
        if ((this.kind & ~1) === 204 /* to */) {
            this.skip(204 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(196 /* target-rule */);
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
        node.key = this.leaf(168 /* port */);
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
        node.key = this.leafOf(keysOfAddressFact);
        node.values = this.append(node.values, this.AddressValue());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.AddressValue());
        }
        return this.close(node);
    }

    private AddressValue(): nodes.AddressValueNode {
        const node = this.open(new nodes.AddressValueNode());
        node.value = this.leafOf(keysOfAddressValue);
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
        else this.fail();
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
            if ((this.kind & ~1) === 68 /* by */) {
                this.skip(68 /* by */);
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
            else if ((this.kind & ~1) === 102 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(102 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 100 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(100 /* due */));
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
        else this.fail();
        return this.close(node);
    }

    private SecuredFact(): nodes.SecuredFactNode {
        const node = this.open(new nodes.SecuredFactNode());
        node.key = this.leaf(186 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 68 /* by */) {
            this.skip(68 /* by */);
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
        this.skip(68 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(154 /* one-way */);
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
            else if ((this.kind & ~1) === 210 /* until */) {
                this.skip(210 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(146 /* mitigated */);
        this.skip(68 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 204 /* to */) {
            this.skip(204 /* to */);
            if ((this.kind & ~1) === 132 /* likelihood */) {
                this.skip(132 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 84 /* consequence */) {
                this.skip(84 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        this.skip(160 /* path */);
        this.skip(114 /* from */);
        node.source = this.QName();
        this.skip(204 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 202 /* through */) {
            this.skip(202 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(104 /* except */);
        this.skip(110 /* flow */);
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
            if ((this.kind & ~1) === 64 /* because */) {
                this.skip(64 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 210 /* until */) {
                this.skip(210 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(160 /* path */);
        this.skip(114 /* from */);
        node.source = this.QName();
        this.skip(204 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
