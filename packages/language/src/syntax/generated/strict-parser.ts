// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, StrictReader } from '../strict-reader.ts';

/** import system zone asset conduit flow type protocol countermeasure threat invariant view matrix owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate carries kind criticality access status security class category direction detail colour is provides purdue tolerable-risk cost likelihood consequence row until due port address network serves needs via over applies from against include exclude focus hide highlight SL-T SL-C SL-A meets misses excludes compensates secured approved monitored one-way accept mitigated deny require except path */
const firstStatement = kindSet([118, 188, 210, 58, 80, 108, 198, 168, 86, 190, 122, 208, 136, 154, 92, 130, 100, 134, 160, 132, 158, 60, 162, 174, 202, 166, 204, 72, 68, 126, 88, 46, 186, 182, 74, 70, 96, 94, 76, 124, 170, 172, 196, 84, 128, 82, 178, 200, 98, 164, 48, 148, 184, 146, 206, 152, 54, 112, 50, 120, 104, 110, 114, 116, 40, 38, 36, 138, 140, 106, 78, 180, 56, 144, 150, 44, 142, 90, 176, 102, 156]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** owner description location evidence logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version certificate carries */
const keysOfTextFact = kindSet([154, 92, 130, 100, 134, 160, 132, 158, 60, 162, 174, 202, 166, 204, 72, 68]);
/** kind criticality access status security class category direction detail colour */
const keysOfWordFact = kindSet([126, 88, 46, 186, 182, 74, 70, 96, 94, 76]);
/** is provides */
const keysOfWordsFact = kindSet([124, 170]);
/** purdue tolerable-risk cost */
const keysOfNumberFact = kindSet([172, 196, 84]);
/** until due */
const keysOfDayFact = kindSet([200, 98]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** address network */
const keysOfAddressFact = kindSet([48, 148]);
/** ADDRESS NUMBER STRING */
const keysOfAddressValue = kindSet([8, 10, 2]);
/** serves needs via over applies from against include exclude focus hide highlight */
const keysOfMentionFact = kindSet([184, 146, 206, 152, 54, 112, 50, 120, 104, 110, 114, 116]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([138, 140, 106, 78]);
/** approved monitored */
const keysOfPersonFact = kindSet([56, 144]);
/** deny require */
const keysOfClauseFact = kindSet([90, 176]);

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
            case 118 /* import */: return this.Import();
            case 188 /* system */: return this.System();
            case 210 /* zone */: return this.Zone();
            case 58 /* asset */: return this.Asset();
            case 80 /* conduit */: return this.Conduit();
            case 108 /* flow */: return this.Flow();
            case 198 /* type */: return this.AssetType();
            case 168 /* protocol */: return this.Protocol();
            case 86 /* countermeasure */: return this.Countermeasure();
            case 190 /* threat */: return this.Threat();
            case 122 /* invariant */: return this.Invariant();
            case 208 /* view */: return this.View();
            case 136 /* matrix */: return this.Matrix();
            case 154 /* owner */: case 92 /* description */: case 130 /* location */: case 100 /* evidence */: case 134 /* logical-boundary */: case 160 /* physical-boundary */: case 132 /* logical-access */: case 158 /* physical-access */: case 60 /* assumption */: case 162 /* policy */: case 174 /* regulation */: case 202 /* vendor */: case 166 /* product */: case 204 /* version */: case 72 /* certificate */: case 68 /* carries */: return this.TextFact();
            case 126 /* kind */: case 88 /* criticality */: case 46 /* access */: case 186 /* status */: case 182 /* security */: case 74 /* class */: case 70 /* category */: case 96 /* direction */: case 94 /* detail */: case 76 /* colour */: return this.WordFact();
            case 124 /* is */: case 170 /* provides */: return this.WordsFact();
            case 172 /* purdue */: case 196 /* tolerable-risk */: case 84 /* cost */: return this.NumberFact();
            case 128 /* likelihood */: return this.LikelihoodFact();
            case 82 /* consequence */: return this.ConsequenceFact();
            case 178 /* row */: return this.RowFact();
            case 200 /* until */: case 98 /* due */: return this.DayFact();
            case 164 /* port */: return this.PortFact();
            case 48 /* address */: case 148 /* network */: return this.AddressFact();
            case 184 /* serves */: case 146 /* needs */: case 206 /* via */: case 152 /* over */: case 54 /* applies */: case 112 /* from */: case 50 /* against */: case 120 /* include */: case 104 /* exclude */: case 110 /* focus */: case 114 /* hide */: case 116 /* highlight */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 138 /* meets */: case 140 /* misses */: case 106 /* excludes */: case 78 /* compensates */: return this.RequirementFact();
            case 180 /* secured */: return this.SecuredFact();
            case 56 /* approved */: case 144 /* monitored */: return this.PersonFact();
            case 150 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 142 /* mitigated */: return this.MitigatedFact();
            case 90 /* deny */: case 176 /* require */: return this.ClauseFact();
            case 102 /* except */: return this.ExceptFact();
            case 156 /* path */: return this.PathFact();
            default: return this.fail();
        }
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(118 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(188 /* system */);
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
        this.skip(210 /* zone */);
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
        this.skip(198 /* type */);
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
        this.skip(168 /* protocol */);
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
        this.skip(86 /* countermeasure */);
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
        this.skip(190 /* threat */);
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
        this.skip(122 /* invariant */);
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
        this.skip(208 /* view */);
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
        this.skip(80 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 64 /* between */) {
            this.skip(64 /* between */);
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
        this.skip(108 /* flow */);
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
        this.skip(136 /* matrix */);
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

    private NumberFact(): nodes.NumberFactNode {
        const node = this.open(new nodes.NumberFactNode());
        node.key = this.leafOf(keysOfNumberFact);
        node.value = this.leaf(10 /* NUMBER */);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(128 /* likelihood */);
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
        node.key = this.leaf(82 /* consequence */);
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
        node.key = this.leaf(178 /* row */);
        do {
            node.values = this.append(node.values, this.leaf(10 /* NUMBER */));
        } while ((this.kind & ~1) === 10 /* NUMBER */);
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
        node.key = this.leaf(164 /* port */);
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
        if ((this.kind & ~1) === 62 /* because */) {
            this.skip(62 /* because */);
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
            if ((this.kind & ~1) === 66 /* by */) {
                this.skip(66 /* by */);
                node.by = this.append(node.by, this.nameLeaf());
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.by = this.append(node.by, this.nameLeaf());
                }
            }
            else if ((this.kind & ~1) === 62 /* because */) {
                this.skip(62 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 100 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(100 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 98 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(98 /* due */));
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
        node.key = this.leaf(180 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 66 /* by */) {
            this.skip(66 /* by */);
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
        this.skip(66 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(150 /* one-way */);
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
            if ((this.kind & ~1) === 62 /* because */) {
                this.skip(62 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 200 /* until */) {
                this.skip(200 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(142 /* mitigated */);
        this.skip(66 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 194 /* to */) {
            this.skip(194 /* to */);
            if ((this.kind & ~1) === 128 /* likelihood */) {
                this.skip(128 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 82 /* consequence */) {
                this.skip(82 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        this.skip(156 /* path */);
        this.skip(112 /* from */);
        node.source = this.QName();
        this.skip(194 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 192 /* through */) {
            this.skip(192 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(102 /* except */);
        this.skip(108 /* flow */);
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
            if ((this.kind & ~1) === 62 /* because */) {
                this.skip(62 /* because */);
                node.because = this.append(node.because, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 200 /* until */) {
                this.skip(200 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(156 /* path */);
        this.skip(112 /* from */);
        node.source = this.QName();
        this.skip(194 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
