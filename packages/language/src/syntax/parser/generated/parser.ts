// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

import * as nodes from './nodes.ts';
import { kindSet, Reader } from '../reader.ts';

/** import system zone within asset conduit flow type protocol countermeasure threat invariant view party programme certificate operated integrated maintained supplied monitored function island evidence planned retired patched patch supported window downtime evidence-valid needs endures works keeps ruleset observation advisory vulnerability affected not-affected fixed under-investigation remediation permits blocks enters leaves advisory-name saw matrix owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version alias carries source when fallback identifier publisher revision versions cve model-number serial-number cpe purl fixed-in kind criticality access status security class preset direction detail colour is role provides targets highest-first category purdue cost sessions bytes tolerable-risk likelihood consequence bands row target-rule until due exported since dated port address network mac faces translates serves via over applies from against include exclude focus hide highlight device sees cut assume beside left-to-right SL-T SL-C SL-A meets misses excludes compensates secured approved one-way accept agreed mitigated deny require except path */
const firstStatement = kindSet([182, 330, 378, 370, 68, 102, 164, 346, 278, 108, 336, 190, 362, 252, 276, 94, 244, 188, 214, 326, 228, 172, 194, 144, 266, 294, 256, 254, 328, 368, 136, 146, 230, 140, 374, 196, 302, 238, 50, 364, 54, 236, 160, 348, 290, 260, 84, 142, 200, 52, 304, 216, 250, 126, 206, 210, 264, 208, 262, 72, 268, 288, 354, 274, 356, 60, 90, 320, 366, 158, 180, 282, 296, 358, 116, 226, 312, 110, 286, 162, 198, 112, 46, 324, 308, 96, 272, 134, 128, 98, 192, 298, 280, 334, 176, 92, 284, 106, 316, 88, 342, 204, 104, 76, 300, 332, 350, 138, 154, 318, 120, 270, 48, 232, 212, 156, 344, 314, 360, 248, 64, 170, 56, 186, 150, 166, 174, 178, 130, 310, 114, 70, 80, 202, 40, 38, 36, 220, 222, 152, 100, 306, 66, 242, 44, 58, 224, 124, 292, 148, 258]);
/** operated integrated maintained supplied */
const keysOfPartyFact = kindSet([244, 188, 214, 326]);
/** -> <-> -- */
const keysOfFlow = kindSet([16, 22, 14]);
/** ID STRING */
const keysOfQName = kindSet([28, 2]);
/** owner description location logical-boundary physical-boundary logical-access physical-access assumption policy regulation vendor product version alias carries source when fallback identifier publisher revision versions cve model-number serial-number cpe purl fixed-in */
const keysOfTextFact = kindSet([250, 126, 206, 210, 264, 208, 262, 72, 268, 288, 354, 274, 356, 60, 90, 320, 366, 158, 180, 282, 296, 358, 116, 226, 312, 110, 286, 162]);
/** kind criticality access status security class preset direction detail colour */
const keysOfWordFact = kindSet([198, 112, 46, 324, 308, 96, 272, 134, 128, 98]);
/** is role provides targets highest-first */
const keysOfWordsFact = kindSet([192, 298, 280, 334, 176]);
/** purdue cost sessions bytes */
const keysOfNumberFact = kindSet([284, 106, 316, 88]);
/** NUMBER STRING */
const keysOfToleranceFact = kindSet([10, 2]);
/** , NUMBER STRING */
const firstRowFact = kindSet([12, 10, 2]);
/** until due exported since dated */
const keysOfDayFact = kindSet([350, 138, 154, 318, 120]);
/** NUMBER RANGE */
const firstPortFact = kindSet([10, 6]);
/** ADDRESS NUMBER STRING */
const firstAddressFact = kindSet([8, 10, 2]);
/** STRING ADDRESS */
const keysOfMacValue = kindSet([2, 8]);
/** serves via over applies from against include exclude focus hide highlight device sees cut assume beside left-to-right */
const keysOfMentionFact = kindSet([314, 360, 248, 64, 170, 56, 186, 150, 166, 174, 178, 130, 310, 114, 70, 80, 202]);
/** permits blocks */
const keysOfFilterRule = kindSet([260, 84]);
/** ADDRESS ID */
const keysOfPlace = kindSet([8, 28]);
/** enters leaves advisory-name */
const keysOfInterfaceFact = kindSet([142, 200, 52]);
/** ADDRESS ID STRING */
const keysOfSight = kindSet([8, 28, 2]);
/** affected not-affected fixed under-investigation */
const keysOfProductsFact = kindSet([54, 236, 160, 348]);
/** SL-T SL-C SL-A */
const keysOfLevelFact = kindSet([40, 38, 36]);
/** ID NUMBER */
const firstVectorEntry = kindSet([28, 10]);
/** meets misses excludes compensates */
const keysOfRequirementFact = kindSet([220, 222, 152, 100]);
/** deny require */
const keysOfClauseFact = kindSet([124, 292]);

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
            case 182 /* import */: return this.Import();
            case 330 /* system */: return this.System();
            case 378 /* zone */: return this.Zone();
            case 370 /* within */: return this.Within();
            case 68 /* asset */: return this.Asset();
            case 102 /* conduit */: return this.Conduit();
            case 164 /* flow */: return this.Flow();
            case 346 /* type */: return this.AssetType();
            case 278 /* protocol */: return this.Protocol();
            case 108 /* countermeasure */: return this.Countermeasure();
            case 336 /* threat */: return this.Threat();
            case 190 /* invariant */: return this.Invariant();
            case 362 /* view */: return this.View();
            case 252 /* party */: return this.Party();
            case 276 /* programme */: return this.Programme();
            case 94 /* certificate */: return this.CertificateFact();
            case 244 /* operated */: case 188 /* integrated */: case 214 /* maintained */: case 326 /* supplied */: return this.PartyFact();
            case 228 /* monitored */: return this.MonitoredFact();
            case 172 /* function */: return this.PlantFunction();
            case 194 /* island */: return this.Island();
            case 144 /* evidence */: return this.EvidenceFact();
            case 266 /* planned */: return this.PlannedFact();
            case 294 /* retired */: return this.RetiredFact();
            case 256 /* patched */: return this.PatchedFact();
            case 254 /* patch */: return this.PatchFact();
            case 328 /* supported */: return this.SupportedFact();
            case 368 /* window */: return this.WindowFact();
            case 136 /* downtime */: return this.DowntimeFact();
            case 146 /* evidence-valid */: return this.EvidenceValidFact();
            case 230 /* needs */: return this.NeedsFact();
            case 140 /* endures */: return this.EnduresFact();
            case 374 /* works */: return this.WorksFact();
            case 196 /* keeps */: return this.KeepsFact();
            case 302 /* ruleset */: return this.Ruleset();
            case 238 /* observation */: return this.Observation();
            case 50 /* advisory */: return this.Advisory();
            case 364 /* vulnerability */: return this.VulnerabilityFact();
            case 54 /* affected */: case 236 /* not-affected */: case 160 /* fixed */: case 348 /* under-investigation */: return this.ProductsFact();
            case 290 /* remediation */: return this.RemediationFact();
            case 260 /* permits */: case 84 /* blocks */: return this.FilterRule();
            case 142 /* enters */: case 200 /* leaves */: case 52 /* advisory-name */: return this.InterfaceFact();
            case 304 /* saw */: return this.Conversation();
            case 216 /* matrix */: return this.Matrix();
            case 250 /* owner */: case 126 /* description */: case 206 /* location */: case 210 /* logical-boundary */: case 264 /* physical-boundary */: case 208 /* logical-access */: case 262 /* physical-access */: case 72 /* assumption */: case 268 /* policy */: case 288 /* regulation */: case 354 /* vendor */: case 274 /* product */: case 356 /* version */: case 60 /* alias */: case 90 /* carries */: case 320 /* source */: case 366 /* when */: case 158 /* fallback */: case 180 /* identifier */: case 282 /* publisher */: case 296 /* revision */: case 358 /* versions */: case 116 /* cve */: case 226 /* model-number */: case 312 /* serial-number */: case 110 /* cpe */: case 286 /* purl */: case 162 /* fixed-in */: return this.TextFact();
            case 198 /* kind */: case 112 /* criticality */: case 46 /* access */: case 324 /* status */: case 308 /* security */: case 96 /* class */: case 272 /* preset */: case 134 /* direction */: case 128 /* detail */: case 98 /* colour */: return this.WordFact();
            case 192 /* is */: case 298 /* role */: case 280 /* provides */: case 334 /* targets */: case 176 /* highest-first */: return this.WordsFact();
            case 92 /* category */: return this.CategoryFact();
            case 284 /* purdue */: case 106 /* cost */: case 316 /* sessions */: case 88 /* bytes */: return this.NumberFact();
            case 342 /* tolerable-risk */: return this.ToleranceFact();
            case 204 /* likelihood */: return this.LikelihoodFact();
            case 104 /* consequence */: return this.ConsequenceFact();
            case 76 /* bands */: return this.BandsFact();
            case 300 /* row */: return this.RowFact();
            case 332 /* target-rule */: return this.TargetRuleFact();
            case 350 /* until */: case 138 /* due */: case 154 /* exported */: case 318 /* since */: case 120 /* dated */: return this.DayFact();
            case 270 /* port */: return this.PortFact();
            case 48 /* address */: return this.AddressFact();
            case 232 /* network */: return this.NetworkFact();
            case 212 /* mac */: return this.MacFact();
            case 156 /* faces */: return this.FacesFact();
            case 344 /* translates */: return this.TranslatesFact();
            case 314 /* serves */: case 360 /* via */: case 248 /* over */: case 64 /* applies */: case 170 /* from */: case 56 /* against */: case 186 /* include */: case 150 /* exclude */: case 166 /* focus */: case 174 /* hide */: case 178 /* highlight */: case 130 /* device */: case 310 /* sees */: case 114 /* cut */: case 70 /* assume */: case 80 /* beside */: case 202 /* left-to-right */: return this.MentionFact();
            case 40 /* SL-T */: case 38 /* SL-C */: case 36 /* SL-A */: return this.LevelFact();
            case 220 /* meets */: case 222 /* misses */: case 152 /* excludes */: case 100 /* compensates */: return this.RequirementFact();
            case 306 /* secured */: return this.SecuredFact();
            case 66 /* approved */: return this.PersonFact();
            case 242 /* one-way */: return this.OneWayFact();
            case 44 /* accept */: return this.AcceptFact();
            case 58 /* agreed */: return this.AgreedFact();
            case 224 /* mitigated */: return this.MitigatedFact();
            case 124 /* deny */: case 292 /* require */: return this.ClauseFact();
            case 148 /* except */: return this.ExceptFact();
            case 258 /* path */: return this.PathFact();
        }
        this.none([182 /* import */, 330 /* system */, 378 /* zone */, 370 /* within */, 68 /* asset */, 102 /* conduit */, 164 /* flow */, 346 /* type */, 278 /* protocol */, 108 /* countermeasure */, 336 /* threat */, 190 /* invariant */, 362 /* view */, 252 /* party */, 276 /* programme */, 94 /* certificate */, 244 /* operated */, 188 /* integrated */, 214 /* maintained */, 326 /* supplied */, 228 /* monitored */, 172 /* function */, 194 /* island */, 144 /* evidence */, 266 /* planned */, 294 /* retired */, 256 /* patched */, 254 /* patch */, 328 /* supported */, 368 /* window */, 136 /* downtime */, 146 /* evidence-valid */, 230 /* needs */, 140 /* endures */, 374 /* works */, 196 /* keeps */, 302 /* ruleset */, 238 /* observation */, 50 /* advisory */, 364 /* vulnerability */, 54 /* affected */, 236 /* not-affected */, 160 /* fixed */, 348 /* under-investigation */, 290 /* remediation */, 260 /* permits */, 84 /* blocks */, 142 /* enters */, 200 /* leaves */, 52 /* advisory-name */, 304 /* saw */, 216 /* matrix */, 250 /* owner */, 126 /* description */, 206 /* location */, 210 /* logical-boundary */, 264 /* physical-boundary */, 208 /* logical-access */, 262 /* physical-access */, 72 /* assumption */, 268 /* policy */, 288 /* regulation */, 354 /* vendor */, 274 /* product */, 356 /* version */, 60 /* alias */, 90 /* carries */, 320 /* source */, 366 /* when */, 158 /* fallback */, 180 /* identifier */, 282 /* publisher */, 296 /* revision */, 358 /* versions */, 116 /* cve */, 226 /* model-number */, 312 /* serial-number */, 110 /* cpe */, 286 /* purl */, 162 /* fixed-in */, 198 /* kind */, 112 /* criticality */, 46 /* access */, 324 /* status */, 308 /* security */, 96 /* class */, 272 /* preset */, 134 /* direction */, 128 /* detail */, 98 /* colour */, 192 /* is */, 298 /* role */, 280 /* provides */, 334 /* targets */, 176 /* highest-first */, 92 /* category */, 284 /* purdue */, 106 /* cost */, 316 /* sessions */, 88 /* bytes */, 342 /* tolerable-risk */, 204 /* likelihood */, 104 /* consequence */, 76 /* bands */, 300 /* row */, 332 /* target-rule */, 350 /* until */, 138 /* due */, 154 /* exported */, 318 /* since */, 120 /* dated */, 270 /* port */, 48 /* address */, 232 /* network */, 212 /* mac */, 156 /* faces */, 344 /* translates */, 314 /* serves */, 360 /* via */, 248 /* over */, 64 /* applies */, 170 /* from */, 56 /* against */, 186 /* include */, 150 /* exclude */, 166 /* focus */, 174 /* hide */, 178 /* highlight */, 130 /* device */, 310 /* sees */, 114 /* cut */, 70 /* assume */, 80 /* beside */, 202 /* left-to-right */, 40 /* SL-T */, 38 /* SL-C */, 36 /* SL-A */, 220 /* meets */, 222 /* misses */, 152 /* excludes */, 100 /* compensates */, 306 /* secured */, 66 /* approved */, 242 /* one-way */, 44 /* accept */, 58 /* agreed */, 224 /* mitigated */, 124 /* deny */, 292 /* require */, 148 /* except */, 258 /* path */]);
        return undefined as never;
    }

    private Import(): nodes.ImportNode {
        const node = this.open(new nodes.ImportNode());
        this.skip(182 /* import */);
        node.path = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private System(): nodes.SystemNode {
        const node = this.open(new nodes.SystemNode());
        this.skip(330 /* system */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Within(): nodes.WithinNode {
        const node = this.open(new nodes.WithinNode());
        this.skip(370 /* within */);
        node.zone = this.QName();
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Zone(): nodes.ZoneNode {
        const node = this.open(new nodes.ZoneNode());
        this.skip(378 /* zone */);
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
        this.skip(346 /* type */);
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
        this.skip(278 /* protocol */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Countermeasure(): nodes.CountermeasureNode {
        const node = this.open(new nodes.CountermeasureNode());
        this.skip(108 /* countermeasure */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Threat(): nodes.ThreatNode {
        const node = this.open(new nodes.ThreatNode());
        this.skip(336 /* threat */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Invariant(): nodes.InvariantNode {
        const node = this.open(new nodes.InvariantNode());
        this.skip(190 /* invariant */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private PlantFunction(): nodes.PlantFunctionNode {
        const node = this.open(new nodes.PlantFunctionNode());
        this.skip(172 /* function */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Island(): nodes.IslandNode {
        const node = this.open(new nodes.IslandNode());
        this.skip(194 /* island */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Party(): nodes.PartyNode {
        const node = this.open(new nodes.PartyNode());
        this.skip(252 /* party */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Programme(): nodes.ProgrammeNode {
        const node = this.open(new nodes.ProgrammeNode());
        this.skip(276 /* programme */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private PartyFact(): nodes.PartyFactNode {
        const node = this.open(new nodes.PartyFactNode());
        node.key = this.leafOf(keysOfPartyFact);
        this.skip(86 /* by */);
        node.parties = this.append(node.parties, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.parties = this.append(node.parties, this.nameLeaf());
        }
        return this.close(node);
    }

    private MonitoredFact(): nodes.MonitoredFactNode {
        const node = this.open(new nodes.MonitoredFactNode());
        node.key = this.leaf(228 /* monitored */);
        this.skip(86 /* by */);
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
        node.key = this.leaf(94 /* certificate */);
        node.values = this.append(node.values, this.leaf(2 /* STRING */));
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.leaf(2 /* STRING */));
        }
        for (;;) {
            if ((this.kind & ~1) === 168 /* for */) {
                this.skip(168 /* for */);
                node.version = this.append(node.version, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 74 /* author */) {
                this.skip(74 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 120 /* dated */) {
                this.skip(120 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 352 /* valid */) {
                this.skip(352 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 350 /* until */) {
                this.skip(350 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private View(): nodes.ViewNode {
        const node = this.open(new nodes.ViewNode());
        this.skip(362 /* view */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Ruleset(): nodes.RulesetNode {
        const node = this.open(new nodes.RulesetNode());
        this.skip(302 /* ruleset */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if (this.opensBlock) this.block(node, firstStatement);
        return this.close(node);
    }

    private Observation(): nodes.ObservationNode {
        const node = this.open(new nodes.ObservationNode());
        this.skip(238 /* observation */);
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
        this.skip(102 /* conduit */);
        node.name = this.nameLeaf();
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 82 /* between */) {
            this.skip(82 /* between */);
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
        this.skip(164 /* flow */);
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
        this.skip(216 /* matrix */);
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
        node.key = this.leaf(92 /* category */);
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
        node.key = this.leaf(342 /* tolerable-risk */);
        node.value = this.leafOf(keysOfToleranceFact);
        return this.close(node);
    }

    private LikelihoodFact(): nodes.LikelihoodFactNode {
        const node = this.open(new nodes.LikelihoodFactNode());
        node.key = this.leaf(204 /* likelihood */);
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
        node.key = this.leaf(104 /* consequence */);
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
        node.key = this.leaf(300 /* row */);
        if (keysOfToleranceFact[this.kind] === 1) {
            node.values = this.append(node.values, this.RiskValue());
            while (firstRowFact[this.kind] === 1) {
                if ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                }
                node.values = this.append(node.values, this.RiskValue());
            }
        }
        else if (this.isName) {
            node.targets = this.append(node.targets, this.RowName());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.targets = this.append(node.targets, this.RowName());
            }
        }
        else this.none([10 /* NUMBER */, 2 /* STRING */, 28 /* ID */]);
        return this.close(node);
    }

    private RowName(): nodes.RowNameNode {
        const node = this.open(new nodes.RowNameNode());
        node.parts = this.append(node.parts, this.nameLeaf());
        while ((this.kind & ~1) === 18 /* . */) {
            this.skip(18 /* . */);
            node.parts = this.append(node.parts, this.leafOf(keysOfQName));
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
        if ((this.kind & ~1) === 340 /* to */) {
            this.skip(340 /* to */);
            node.to = this.leaf(10 /* NUMBER */);
        }
        return this.close(node);
    }

    private TargetRuleFact(): nodes.TargetRuleFactNode {
        const node = this.open(new nodes.TargetRuleFactNode());
        node.key = this.leaf(332 /* target-rule */);
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
        node.key = this.leaf(270 /* port */);
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
        if ((this.kind & ~1) === 132 /* dhcp */) {
            node.dhcp = this.leaf(132 /* dhcp */);
        }
        else if (firstAddressFact[this.kind] === 1) {
            node.values = this.append(node.values, this.AddressLeg());
            while ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.values = this.append(node.values, this.AddressLeg());
            }
        }
        else this.none([132 /* dhcp */, 8 /* ADDRESS */, 10 /* NUMBER */, 2 /* STRING */]);
        return this.close(node);
    }

    private AddressLeg(): nodes.AddressLegNode {
        const node = this.open(new nodes.AddressLegNode());
        node.value = this.leafOf(firstAddressFact);
        if ((this.kind & ~1) === 184 /* in */) {
            this.skip(184 /* in */);
            node.zone = this.QName();
        }
        return this.close(node);
    }

    private NetworkFact(): nodes.NetworkFactNode {
        const node = this.open(new nodes.NetworkFactNode());
        node.key = this.leaf(232 /* network */);
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
        node.key = this.leaf(212 /* mac */);
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
        node.key = this.leaf(156 /* faces */);
        node.zone = this.QName();
        this.skip(86 /* by */);
        node.interface = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private TranslatesFact(): nodes.TranslatesFactNode {
        const node = this.open(new nodes.TranslatesFactNode());
        node.key = this.leaf(344 /* translates */);
        node.from = this.AddressValue();
        this.skip(340 /* to */);
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
        node.key = this.leaf(230 /* needs */);
        node.targets = this.append(node.targets, this.QName());
        for (;;) {
            if ((this.kind & ~1) === 12 /* , */) {
                this.skip(12 /* , */);
                node.targets = this.append(node.targets, this.QName());
            }
            else if ((this.kind & ~1) === 246 /* or */) {
                node.orAt = this.append(node.orAt, this.leaf(246 /* or */));
                node.targets = this.append(node.targets, this.QName());
            }
            else break;
        }
        return this.close(node);
    }

    private EvidenceFact(): nodes.EvidenceFactNode {
        const node = this.open(new nodes.EvidenceFactNode());
        node.key = this.leaf(144 /* evidence */);
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
            else if ((this.kind & ~1) === 120 /* dated */) {
                this.skip(120 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 352 /* valid */) {
                this.skip(352 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 350 /* until */) {
                this.skip(350 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PlannedFact(): nodes.PlannedFactNode {
        const node = this.open(new nodes.PlannedFactNode());
        node.key = this.leaf(266 /* planned */);
        this.skip(168 /* for */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private RetiredFact(): nodes.RetiredFactNode {
        const node = this.open(new nodes.RetiredFactNode());
        node.key = this.leaf(294 /* retired */);
        this.skip(240 /* on */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private PatchedFact(): nodes.PatchedFactNode {
        const node = this.open(new nodes.PatchedFactNode());
        node.key = this.leaf(256 /* patched */);
        this.skip(340 /* to */);
        node.version = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 240 /* on */) {
            this.skip(240 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private PatchFact(): nodes.PatchFactNode {
        const node = this.open(new nodes.PatchFactNode());
        node.key = this.leaf(254 /* patch */);
        node.version = this.leaf(2 /* STRING */);
        this.skip(322 /* state */);
        node.state = this.nameLeaf();
        if ((this.kind & ~1) === 240 /* on */) {
            this.skip(240 /* on */);
            node.day = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private SupportedFact(): nodes.SupportedFactNode {
        const node = this.open(new nodes.SupportedFactNode());
        node.key = this.leaf(328 /* supported */);
        this.skip(350 /* until */);
        node.day = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private WindowFact(): nodes.WindowFactNode {
        const node = this.open(new nodes.WindowFactNode());
        node.key = this.leaf(368 /* window */);
        node.title = this.leaf(2 /* STRING */);
        node.first = this.leaf(4 /* DAY */);
        this.skip(340 /* to */);
        node.last = this.leaf(4 /* DAY */);
        return this.close(node);
    }

    private DowntimeFact(): nodes.DowntimeFactNode {
        const node = this.open(new nodes.DowntimeFactNode());
        node.key = this.leaf(136 /* downtime */);
        node.duration = this.Duration();
        return this.close(node);
    }

    private EvidenceValidFact(): nodes.EvidenceValidFactNode {
        const node = this.open(new nodes.EvidenceValidFactNode());
        node.key = this.leaf(146 /* evidence-valid */);
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
        node.key = this.leaf(140 /* endures */);
        node.duration = this.Duration();
        this.skip(372 /* without */);
        node.targets = this.append(node.targets, this.QName());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.QName());
        }
        return this.close(node);
    }

    private WorksFact(): nodes.WorksFactNode {
        const node = this.open(new nodes.WorksFactNode());
        node.key = this.leaf(374 /* works */);
        this.skip(372 /* without */);
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
        node.key = this.leaf(196 /* keeps */);
        node.targets = this.append(node.targets, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.targets = this.append(node.targets, this.nameLeaf());
        }
        if ((this.kind & ~1) === 168 /* for */) {
            this.skip(168 /* for */);
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
        if ((this.kind & ~1) === 234 /* not */) {
            node.not = this.leaf(234 /* not */);
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
        node.key = this.leaf(304 /* saw */);
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
        if ((this.kind & ~1) === 240 /* on */) {
            this.skip(240 /* on */);
            node.days = this.leaf(10 /* NUMBER */);
            this.skip(122 /* days */);
        }
        if ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.first = this.leaf(4 /* DAY */);
            this.skip(340 /* to */);
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
        node.key = this.leaf(364 /* vulnerability */);
        node.cve = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 2 /* STRING */) {
            node.title = this.leaf(2 /* STRING */);
        }
        if ((this.kind & ~1) === 118 /* cvss */) {
            this.skip(118 /* cvss */);
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
        node.key = this.leaf(290 /* remediation */);
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
            if ((this.kind & ~1) === 86 /* by */) {
                this.skip(86 /* by */);
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
            else if ((this.kind & ~1) === 144 /* evidence */) {
                node.evidenceAt = this.append(node.evidenceAt, this.leaf(144 /* evidence */));
                node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                while ((this.kind & ~1) === 12 /* , */) {
                    this.skip(12 /* , */);
                    node.evidence = this.append(node.evidence, this.leaf(2 /* STRING */));
                }
            }
            else if ((this.kind & ~1) === 138 /* due */) {
                node.dueAt = this.append(node.dueAt, this.leaf(138 /* due */));
                node.due = this.append(node.due, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 218 /* maturity */) {
                this.skip(218 /* maturity */);
                node.maturity = this.append(node.maturity, this.leaf(10 /* NUMBER */));
            }
            else if ((this.kind & ~1) === 74 /* author */) {
                this.skip(74 /* author */);
                node.author = this.append(node.author, this.leaf(2 /* STRING */));
            }
            else if ((this.kind & ~1) === 120 /* dated */) {
                this.skip(120 /* dated */);
                node.dated = this.append(node.dated, this.leaf(4 /* DAY */));
            }
            else if ((this.kind & ~1) === 352 /* valid */) {
                this.skip(352 /* valid */);
                node.valid = this.append(node.valid, this.Duration());
            }
            else if ((this.kind & ~1) === 350 /* until */) {
                this.skip(350 /* until */);
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
        node.key = this.leaf(306 /* secured */);
        node.values = this.append(node.values, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.values = this.append(node.values, this.nameLeaf());
        }
        if ((this.kind & ~1) === 86 /* by */) {
            this.skip(86 /* by */);
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
        this.skip(86 /* by */);
        node.value = this.leaf(2 /* STRING */);
        return this.close(node);
    }

    private OneWayFact(): nodes.OneWayFactNode {
        const node = this.open(new nodes.OneWayFactNode());
        node.key = this.leaf(242 /* one-way */);
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
            else if ((this.kind & ~1) === 350 /* until */) {
                this.skip(350 /* until */);
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
        this.skip(86 /* by */);
        node.person = this.leaf(2 /* STRING */);
        if ((this.kind & ~1) === 350 /* until */) {
            this.skip(350 /* until */);
            node.until = this.leaf(4 /* DAY */);
        }
        return this.close(node);
    }

    private MitigatedFact(): nodes.MitigatedFactNode {
        const node = this.open(new nodes.MitigatedFactNode());
        node.key = this.leaf(224 /* mitigated */);
        this.skip(86 /* by */);
        node.by = this.append(node.by, this.nameLeaf());
        while ((this.kind & ~1) === 12 /* , */) {
            this.skip(12 /* , */);
            node.by = this.append(node.by, this.nameLeaf());
        }
        if ((this.kind & ~1) === 340 /* to */) {
            this.skip(340 /* to */);
            if ((this.kind & ~1) === 204 /* likelihood */) {
                this.skip(204 /* likelihood */);
                node.likelihood = this.leaf(10 /* NUMBER */);
            }
            if ((this.kind & ~1) === 104 /* consequence */) {
                this.skip(104 /* consequence */);
                node.consequence = this.leaf(10 /* NUMBER */);
            }
        }
        return this.close(node);
    }

    private ClauseFact(): nodes.ClauseFactNode {
        const node = this.open(new nodes.ClauseFactNode());
        node.key = this.leafOf(keysOfClauseFact);
        if ((this.kind & ~1) === 376 /* write */) {
            node.access = this.leaf(376 /* write */);
        }
        this.skip(258 /* path */);
        this.skip(170 /* from */);
        node.source = this.QName();
        this.skip(340 /* to */);
        node.target = this.QName();
        if ((this.kind & ~1) === 338 /* through */) {
            this.skip(338 /* through */);
            node.through = this.QName();
        }
        return this.close(node);
    }

    private ExceptFact(): nodes.ExceptFactNode {
        const node = this.open(new nodes.ExceptFactNode());
        node.key = this.leaf(148 /* except */);
        this.skip(164 /* flow */);
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
            else if ((this.kind & ~1) === 350 /* until */) {
                this.skip(350 /* until */);
                node.until = this.append(node.until, this.leaf(4 /* DAY */));
            }
            else break;
        }
        return this.close(node);
    }

    private PathFact(): nodes.PathFactNode {
        const node = this.open(new nodes.PathFactNode());
        node.key = this.leaf(258 /* path */);
        this.skip(170 /* from */);
        node.source = this.QName();
        this.skip(340 /* to */);
        node.target = this.QName();
        return this.close(node);
    }
}
