// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view party programme certificate operated integrated maintained supplied monitored function island evidence planned retired patched patch supported window downtime evidence-valid needs endures works keeps ruleset observation advisory vulnerability affected not-affected fixed under-investigation remediation permits blocks enters leaves advisory-name saw matrix owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version alias carries source when fallback identifier publisher revision versions cve model-number serial-number cpe purl fixed-in kind criticality access status security class preset direction detail colour is role provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since dated port address network mac faces translates serves via over applies from against include exclude focus hide highlight device sees cut assume SL-T SL-C SL-A meets misses excludes compensates secured approved one-way accept agreed mitigated deny require except path */
const firstStatement = kindSet([180, 326, 374, 366, 68, 100, 162, 342, 274, 106, 332, 188, 358, 248, 272, 92, 240, 186, 210, 322, 224, 170, 192, 142, 262, 290, 252, 250, 324, 364, 134, 144, 226, 138, 370, 194, 298, 234, 50, 360, 54, 232, 158, 344, 286, 256, 82, 140, 198, 52, 300, 212, 246, 124, 202, 206, 260, 204, 258, 72, 264, 284, 350, 270, 352, 60, 88, 316, 362, 156, 178, 278, 292, 354, 114, 222, 308, 108, 282, 160, 196, 110, 46, 320, 304, 94, 268, 132, 126, 96, 190, 294, 276, 330, 174, 90, 280, 104, 312, 86, 338, 200, 102, 76, 296, 328, 346, 136, 152, 314, 118, 266, 48, 228, 208, 154, 340, 310, 356, 244, 64, 168, 56, 184, 148, 164, 172, 176, 128, 306, 112, 70, 40, 38, 36, 216, 218, 150, 98, 302, 66, 238, 44, 58, 220, 122, 288, 146, 254]);
/** operated integrated maintained supplied */
const keysOfPartyFact = kindSet([240, 186, 210, 322]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** ID STRING */
const keysOfQName = kindSet([28, 2]);
/** owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version alias carries source when fallback identifier publisher revision versions cve model-number serial-number cpe purl fixed-in */
const keysOfTextFact = kindSet([246, 124, 202, 206, 260, 204, 258, 72, 264, 284, 350, 270, 352, 60, 88, 316, 362, 156, 178, 278, 292, 354, 114, 222, 308, 108, 282, 160]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([196, 110, 46, 320, 304, 94, 268, 132, 126, 96]);
/** is role provides targets highest-first */
const keysOfWordsFact = kindSet([190, 294, 276, 330, 174]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([280, 104, 312, 86]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since dated */
const keysOfDayFact = kindSet([346, 136, 152, 314, 118]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves via over applies from against include exclude focus hide highlight device sees cut assume */
const keysOfMentionFact = kindSet([310, 356, 244, 64, 168, 56, 184, 148, 164, 172, 176, 128, 306, 112, 70]);
/** permits blocks */
const keysOfFilterRule = kindSet([256, 82]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves advisory-name */
const keysOfInterfaceFact = kindSet([140, 198, 52]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** affected not-affected fixed under-investigation */
const keysOfProductsFact = kindSet([54, 232, 158, 344]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([216, 218, 150, 98]);
/** deny require */
const keysOfClauseFact = kindSet([122, 288]);

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
            case 326 /* system */: return this.System();
            case 374 /* zone */: return this.Zone();
            case 366 /* within */: return this.Within();
            case 68 /* asset */: return this.Asset();
            case 100 /* conduit */: return this.Conduit();
            case 162 /* flow */: return this.Flow();
            case 342 /* type */: return this.AssetType();
            case 274 /* protocol */: return this.Protocol();
            case 106 /* countermeasure */: return this.Countermeasure();
            case 332 /* threat */: return this.Threat();
            case 188 /* invariant */: return this.Invariant();
            case 358 /* view */: return this.View();
            case 248 /* party */: return this.Party();
            case 272 /* programme */: return this.Programme();
            case 92 /* certificate */: return this.CertificateFact();
            case 240 /* operated */: case 186 /* integrated */: case 210 /* maintained */: case 322 /* supplied */: return this.PartyFact();
            case 224 /* monitored */: return this.MonitoredFact();
            case 170 /* function */: return this.PlantFunction();
            case 192 /* island */: return this.Island();
            case 142 /* evidence */: return this.EvidenceFact();
            case 262 /* planned */: return this.PlannedFact();
            case 290 /* retired */: return this.RetiredFact();
            case 252 /* patched */: return this.PatchedFact();
            case 250 /* patch */: return this.PatchFact();
            case 324 /* supported */: return this.SupportedFact();
            case 364 /* window */: return this.WindowFact();
            case 134 /* downtime */: return this.DowntimeFact();
            case 144 /* evidence-valid */: return this.EvidenceValidFact();
            case 226 /* needs */: return this.NeedsFact();
            case 138 /* endures */: return this.EnduresFact();
            case 370 /* works */: return this.WorksFact();
            case 194 /* keeps */: return this.KeepsFact();
            case 298 /* ruleset */: return this.Ruleset();
            case 234 /* observation */: return this.Observation();
            case 50 /* advisory */: return this.Advisory();
            case 360 /* vulnerability */: return this.VulnerabilityFact();
            case 54 /* affected */: case 232 /* not-affected */: case 158 /* fixed */: case 344 /* under-investigation */: return this.ProductsFact();
            case 286 /* remediation */: return this.RemediationFact();
            case 256 /* permits */: case 82 /* blocks */: return this.FilterRule();
            case 140 /* enters */: case 198 /* leaves */: case 52 /* advisory-name */: return this.InterfaceFact();
            case 300 /* saw */: return this.Conversation();
            case 212 /* matrix */: return this.Matrix();
            case 246 /* owner */: case 124 /* description */: case 202 /* location */: case 206 /* logical-boundary */: case 260 /* physical-boundary */: case 204 /* logical-access */: case 258 /* physical-access */: case 72 /* assumption */: case 264 /* policy */: case 284 /* regulation */: case 350 /* vendor */: case 270 /* product */: case 352 /* version */: case 60 /* alias */: case 88 /* carries */: case 316 /* source */: case 362 /* when */: case 156 /* fallback */: case 178 /* identifier */: case 278 /* publisher */: case 292 /* revision */: case 354 /* versions */: case 114 /* cve */: case 222 /* model-number */: case 308 /* serial-number */: case 108 /* cpe */: case 282 /* purl */: case 160 /* fixed-in */: return this.TextFact();
            case 196 /* kind */: case 110 /* criticality */: case 46 /* access */: case 320 /* status */: case 304 /* security */: case 94 /* class */: case 268 /* preset */: case 132 /* direction */: case 126 /* detail */: case 96 /* colour */: return this.WordFact();
            case 190 /* is */: case 294 /* role */: case 276 /* provides */: case 330 /* targets */: case 174 /* highest-first */: return this.WordsFact();
            case 90 /* category */: return this.CategoryFact();
            case 280 /* purdue */: case 104 /* cost */: case 312 /* sessions */: case 86 /* bytes */: return this.NumberFact();
            case 338 /* tolerable-risk */: return this.ToleranceFact();
            case 200 /* likelihood */: return this.LikelihoodFact();
            case 102 /* consequence */: return this.ConsequenceFact();
            case 76 /* bands */: return this.BandsFact();
            case 296 /* row */: return this.RowFact();
            case 328 /* target-rule */: return this.TargetRuleFact();
            case 346 /* until */: case 136 /* due */: case 152 /* exported */: case 314 /* since */: case 118 /* dated */: return this.DayFact();
            case 266 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 228 /* network */: return this.NetworkFact();
            case 208 /* mac */: return this.MacFact();
            case 154 /* faces */: return this.FacesFact();
            case 340 /* translates */: return this.TranslatesFact();
            case 310 /* serves */: case 356 /* via */: case 244 /* over */: case 64 /* applies */: case 168 /* from */: case 56 /* against */: case 184 /* include */: case 148 /* exclude */: case 164 /* focus */: case 172 /* hide */: case 176 /* highlight */: case 128 /* device */: case 306 /* sees */: case 112 /* cut */: case 70 /* assume */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 216 /* meets */: case 218 /* misses */: case 150 /* excludes */: case 98 /* compensates */: return this.RequirementFact();
            case 302 /* secured */: return this.SecuredFact();
            case 66 /* approved */: return this.PersonFact();
            case 238 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 58 /* agreed */: return this.AgreedFact();
            case 220 /* mitigated */: return this.MitigatedFact();
            case 122 /* deny */: case 288 /* require */: return this.ClauseFact();
            case 146 /* except */: return this.ExceptFact();
            case 254 /* path */: return this.PathFact();
        }
        this.none([180 /* import */, 326 /* system */, 374 /* zone */, 366 /* within */, 68 /* asset */, 100 /* conduit */, 162 /* flow */, 342 /* type */, 274 /* protocol */, 106 /* countermeasure */, 332 /* threat */, 188 /* invariant */, 358 /* view */, 248 /* party */, 272 /* programme */, 92 /* certificate */, 240 /* operated */, 186 /* integrated */, 210 /* maintained */, 322 /* supplied */, 224 /* monitored */, 170 /* function */, 192 /* island */, 142 /* evidence */, 262 /* planned */, 290 /* retired */, 252 /* patched */, 250 /* patch */, 324 /* supported */, 364 /* window */, 134 /* downtime */, 144 /* evidence-valid */, 226 /* needs */, 138 /* endures */, 370 /* works */, 194 /* keeps */, 298 /* ruleset */, 234 /* observation */, 50 /* advisory */, 360 /* vulnerability */, 54 /* affected */, 232 /* not-affected */, 158 /* fixed */, 344 /* under-investigation */, 286 /* remediation */, 256 /* permits */, 82 /* blocks */, 140 /* enters */, 198 /* leaves */, 52 /* advisory-name */, 300 /* saw */, 212 /* matrix */, 246 /* owner */, 124 /* description */, 202 /* location */, 206 /* logical-boundary */, 260 /* physical-boundary */, 204 /* logical-access */, 258 /* physical-access */, 72 /* assumption */, 264 /* policy */, 284 /* regulation */, 350 /* vendor */, 270 /* product */, 352 /* version */, 60 /* alias */, 88 /* carries */, 316 /* source */, 362 /* when */, 156 /* fallback */, 178 /* identifier */, 278 /* publisher */, 292 /* revision */, 354 /* versions */, 114 /* cve */, 222 /* model-number */, 308 /* serial-number */, 108 /* cpe */, 282 /* purl */, 160 /* fixed-in */, 196 /* kind */, 110 /* criticality */, 46 /* access */, 320 /* status */, 304 /* security */, 94 /* class */, 268 /* preset */, 132 /* direction */, 126 /* detail */, 96 /* colour */, 190 /* is */, 294 /* role */, 276 /* provides */, 330 /* targets */, 174 /* highest-first */, 90 /* category */, 280 /* purdue */, 104 /* cost */, 312 /* sessions */, 86 /* bytes */, 338 /* tolerable-risk */, 200 /* likelihood */, 102 /* consequence */, 76 /* bands */, 296 /* row */, 328 /* target-rule */, 346 /* until */, 136 /* due */, 152 /* exported */, 314 /* since */, 118 /* dated */, 266 /* port */, 48 /* address */, 228 /* network */, 208 /* mac */, 154 /* faces */, 340 /* translates */, 310 /* serves */, 356 /* via */, 244 /* over */, 64 /* applies */, 168 /* from */, 56 /* against */, 184 /* include */, 148 /* exclude */, 164 /* focus */, 172 /* hide */, 176 /* highlight */, 128 /* device */, 306 /* sees */, 112 /* cut */, 70 /* assume */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 216 /* meets */, 218 /* misses */, 150 /* excludes */, 98 /* compensates */, 302 /* secured */, 66 /* approved */, 238 /* one-way */, 44 /* accept */, 58 /* agreed */, 220 /* mitigated */, 122 /* deny */, 288 /* require */, 146 /* except */, 254 /* path */]);
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
        this.skip(326 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(366 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(374 /* zone */);
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
        this.skip(342 /* type */);
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
        this.skip(274 /* protocol */);
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
        this.skip(332 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(188 /* invariant */);
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
        this.skip(192 /* island */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Party(): nodes.PartyNode {
        const node = this.open(new nodes.PartyNode());
        this.skip(248 /* party */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Programme(): nodes.ProgrammeNode {
        const node = this.open(new nodes.ProgrammeNode());
        this.skip(272 /* programme */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private PartyFact(): nodes.PartyFactNode {
        const node = this.open(new nodes.PartyFactNode());
        node.key = this.leafOf(keysOfPartyFact);
        this.skip(84 /* by */);
        node.parties = this.append(node.parties, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.parties = this.append(node.parties, this.nameLeaf());
        }
        return this.close(node);
    }

    private MonitoredFact(): nodes.MonitoredFactNode {
        const node = this.open(new nodes.MonitoredFactNode());
        node.key = this.leaf(224 /* monitored */);
        this.skip(84 /* by */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.value = this.leaf(2 /* STRING */);
        }
        else if (this.isName) {
            node.party = this.nameLeaf();
        }
        else this.none([2 /* STRING */, 28 /* ID */]);
        return this.close(node);
    }

    private CertificateFact(): nodes.CertificateFactNode {
        const node = this.open(new nodes.CertificateFactNode());
        node.key = this.leaf(92 /* certificate */);
        node.values = this.append(node.values, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
        }
        for (;;) {
            if ((this.kind & ~1) === 166 /* for */) {
                this.skip(166 /* for */);
                node.version = this.append(node.version, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 74 /* author */) {
                this.skip(74 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 118 /* dated */) {
                this.skip(118 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 348 /* valid */) {
                this.skip(348 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 346 /* until */) {
                this.skip(346 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(358 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(298 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(234 /* observation */);
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
        this.skip(212 /* matrix */);
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
        node.key = this.leaf(338 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(200 /* likelihood */);
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
        node.key = this.leaf(296 /* row */);
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
        if ((this.kind & ~1) === 336 /* to */) {
            this.skip(336 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(328 /* target-rule */);
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
        node.key = this.leaf(266 /* port */);
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
        node.key = this.leaf(228 /* network */);
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
        node.key = this.leaf(208 /* mac */);
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
        node.key = this.leaf(340 /* translates */);
        node.from = this.AddressValue();
        this.skip(336 /* to */);
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
        node.key = this.leaf(226 /* needs */);
        node.targets = this.append(node.targets, this.QName());
        for (;;) {
            if ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.targets = this.append(node.targets, this.QName());
            }
            else if ((this.kind & ~1) === 242 /* or */) {
                node.orAt = this.append(node.orAt, this.leaf(242 /* or */));
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
            else if ((this.kind & ~1) === 348 /* valid */) {
                this.skip(348 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 346 /* until */) {
                this.skip(346 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PlannedFact(): nodes.PlannedFactNode {
        const node = this.open(new nodes.PlannedFactNode());
        node.key = this.leaf(262 /* planned */);
        this.skip(166 /* for */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private RetiredFact(): nodes.RetiredFactNode {
        const node = this.open(new nodes.RetiredFactNode());
        node.key = this.leaf(290 /* retired */);
        this.skip(236 /* on */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private PatchedFact(): nodes.PatchedFactNode {
        const node = this.open(new nodes.PatchedFactNode());
        node.key = this.leaf(252 /* patched */);
        this.skip(336 /* to */);
        node.version = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 236 /* on */) {
            this.skip(236 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private PatchFact(): nodes.PatchFactNode {
        const node = this.open(new nodes.PatchFactNode());
        node.key = this.leaf(250 /* patch */);
        node.version = this.leaf(2 /* STRING */);
        this.skip(318 /* state */);
        node.state = this.nameLeaf();
        if ((this.kind & ~1) === 236 /* on */) {
            this.skip(236 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private SupportedFact(): nodes.SupportedFactNode {
        const node = this.open(new nodes.SupportedFactNode());
        node.key = this.leaf(324 /* supported */);
        this.skip(346 /* until */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private WindowFact(): nodes.WindowFactNode {
        const node = this.open(new nodes.WindowFactNode());
        node.key = this.leaf(364 /* window */);
        node.title = this.leaf(2 /* STRING */);
        node.first = this.leaf(4 /* DAY */);
        this.skip(336 /* to */);
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
        this.skip(368 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        return this.close(node);
    }

    private WorksFact(): nodes.WorksFactNode {
        const node = this.open(new nodes.WorksFactNode());
        node.key = this.leaf(370 /* works */);
        this.skip(368 /* without */);
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
        node.key = this.leaf(194 /* keeps */);
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
        if ((this.kind & ~1) === 230 /* not */) {
            node.not = this.leaf(230 /* not */);
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
        node.key = this.leaf(300 /* saw */);
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
        if ((this.kind & ~1) === 236 /* on */) {
            this.skip(236 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(120 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(336 /* to */);
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
        node.key = this.leaf(360 /* vulnerability */);
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
        node.key = this.leaf(286 /* remediation */);
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
            else if ((this.kind & ~1) === 214 /* maturity */) {
                this.skip(214 /* maturity */);
                node.maturity = this.append(node.maturity, this.leaf(10 /* NUMBER */));
            }
            else if ((this.kind & ~1) === 74 /* author */) {
                this.skip(74 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 118 /* dated */) {
                this.skip(118 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 348 /* valid */) {
                this.skip(348 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 346 /* until */) {
                this.skip(346 /* until */);
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
        else if (this.isName) {
            node.kind = this.nameLeaf();
            if ((this.kind & ~1) === 18 /* . */) {
                this.skip(18 /* . */);
            }
            if ((this.kind & ~1) === 10 /* NUMBER */) {
                node.number = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 32 /* RE */) {
                this.skip(32 /* RE */);
                node.enhancement = this.leaf(10 /* NUMBER */);
            }
        }
        else this.none([42 /* SR */, 30 /* FR */, 28 /* ID */]);
        return this.close(node);
    }

    private SecuredFact(): nodes.SecuredFactNode {
        const node = this.open(new nodes.SecuredFactNode());
        node.key = this.leaf(302 /* secured */);
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
        node.key = this.leaf(66 /* approved */);
        this.skip(84 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(238 /* one-way */);
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
            else if ((this.kind & ~1) === 346 /* until */) {
                this.skip(346 /* until */);
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
        if ((this.kind & ~1) === 346 /* until */) {
            this.skip(346 /* until */);
            node.until = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(220 /* mitigated */);
        this.skip(84 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 336 /* to */) {
            this.skip(336 /* to */);
            if ((this.kind & ~1) === 200 /* likelihood */) {
                this.skip(200 /* likelihood */);
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
        if ((this.kind & ~1) === 372 /* write */) {
            node.access = this.leaf(372 /* write */);
        }
        this.skip(254 /* path */);
        this.skip(168 /* from */);
        node.source = this.QName();
        this.skip(336 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 334 /* through */) {
            this.skip(334 /* through */);
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
            else if ((this.kind & ~1) === 346 /* until */) {
                this.skip(346 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(254 /* path */);
        this.skip(168 /* from */);
        node.source = this.QName();
        this.skip(336 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
