/**
 * One sentence of our own for every requirement of IEC 62443-3-3: what it comes down to on site, and what would show
 * that it is in place. It helps to understand a requirement and replaces none of its text. Loaded only where it is
 * used.
 */
const sentences: Readonly<Record<string, string>> = {
    'SR 1.1': 'Operation, configuration and reading need a log-on: show the log-on at every screen and tool.',
    'SR 1.1 RE 1':
        'Every person has an account of their own: an export of the accounts shows no shared operator or ' +
        'admin account.',
    'SR 1.1 RE 2':
        'Access from outside needs a second factor: show that the VPN or jump host refuses a password alone.',
    'SR 1.1 RE 3': 'A second factor is required inside the plant too: show it at consoles and engineering stations.',
    'SR 1.2':
        'Programs and devices authenticate before they are served: show certificates or keys between server ' +
        'and controller.',
    'SR 1.2 RE 1': 'Every device and service has credentials of its own: no two of them share a key or a certificate.',
    'SR 1.3':
        'Accounts are created, changed and removed by named people: show the tool, and that the account of ' +
        'the last leaver is gone.',
    'SR 1.3 RE 1':
        'Accounts of all parts of the system are managed in one place: show the directory, and which devices use it.',
    'SR 1.4':
        'Names of users, groups, roles and devices are assigned and withdrawn by a procedure, without duplicates.',
    'SR 1.5':
        'Passwords, keys and tokens are changed from their defaults, renewed and stored protected: show that no ' +
        'default works.',
    'SR 1.5 RE 1': 'Keys of programs are stored in hardware: show the secure element, TPM or key module.',
    'SR 1.6':
        'Every user and device on a wireless network is identified before it connects: show the list of ' +
        'admitted devices.',
    'SR 1.6 RE 1': 'Each wireless user or device has credentials of its own: there is no shared network key.',
    'SR 1.7': 'The system refuses weak passwords: show the length and variety that it enforces.',
    'SR 1.7 RE 1': 'Old passwords cannot be reused, and passwords have a minimum and a maximum age: show the settings.',
    'SR 1.7 RE 2': 'Passwords of programs and devices expire as well: show when each was last changed.',
    'SR 1.8':
        'Where certificates are used, an authority issues, renews and revokes them under rules: name it and show ' +
        'the rules.',
    'SR 1.9':
        'Certificates are checked before they are trusted: expiry, chain, revocation and possession of the ' +
        'private key.',
    'SR 1.9 RE 1': 'Private keys stay in hardware that does not export them: show where each one is stored.',
    'SR 1.10':
        'A log-on reveals nothing: typed passwords are hidden, and the message does not say which part was wrong.',
    'SR 1.11': 'Repeated failed log-ons lead to a delay or a lock, but never lock out those who keep the plant safe.',
    'SR 1.12': 'A notice of the terms of use appears before the log-on, and its text can be changed.',
    'SR 1.13':
        'Every access from an outside network is known, monitored and can be closed: show the list and how ' +
        'to close it.',
    'SR 1.13 RE 1': 'Each remote session is approved on site: show who approved the last ones.',

    'SR 2.1': 'A logged-on person can do only what their task needs: show that an operator is refused engineering.',
    'SR 2.1 RE 1': 'Programs and devices have limited rights too: show that a service account cannot do everything.',
    'SR 2.1 RE 2': 'Rights belong to roles, and roles to people: show the table of roles and who may change it.',
    'SR 2.1 RE 3': 'In an emergency a supervisor may lift a restriction temporarily, and that is recorded.',
    'SR 2.1 RE 4':
        'An action that could do great harm needs two people: show one such action and its second confirmation.',
    'SR 2.2':
        'What wireless devices may do is limited and monitored like elsewhere: show the rules on the access points.',
    'SR 2.2 RE 1':
        'A foreign access point or radio is detected and reported: show a scan or a sensor, and its last alarm.',
    'SR 2.3':
        'USB sticks, laptops and telephones are used only where they are allowed: show blocked ports and the ' +
        'rules for the rest.',
    'SR 2.3 RE 1': 'A portable device is checked before it may connect: show what the check refuses.',
    'SR 2.4': 'Scripts, macros and applets run only where they are needed, and come from approved sources.',
    'SR 2.4 RE 1': 'A script is checked for changes before it runs: show a signature that is refused.',
    'SR 2.5':
        'An idle session locks and requires a new log-on; screens that must always show the process have ' +
        'another safeguard.',
    'SR 2.6': 'A remote session ends by itself after idle time, and an operator on site can end it.',
    'SR 2.7': 'The number of sessions at a time is limited for each interface or account: show the limit.',
    'SR 2.8':
        'Log-ons, refusals, changes and errors are recorded with time, source and result: show one record of ' +
        'each kind.',
    'SR 2.8 RE 1':
        'Records of all devices are collected in one place in a common format: show a search over the whole plant.',
    'SR 2.9': 'There is enough space for records, and a plan for when it is full: show size and rate.',
    'SR 2.9 RE 1': 'A warning is given before the space for records runs out: show the threshold.',
    'SR 2.10': 'If recording fails, an alarm is raised and the plant continues: show the alarm.',
    'SR 2.11': 'Every record carries the time at which it happened.',
    'SR 2.11 RE 1': 'Clocks in the system follow one source: show the offset of each device from it.',
    'SR 2.11 RE 2':
        'The time cannot be changed unnoticed: show authenticated time, or an alarm when the source changes.',
    'SR 2.12': 'It can be shown which person did something: link a set-point change to one name.',
    'SR 2.12 RE 1': 'It can be shown which person, program or device did something.',

    'SR 3.1':
        'Changed messages are detected: name the protection of every connection, be it a protocol or a ' +
        'closed cable route.',
    'SR 3.1 RE 1':
        'Changes are detected by cryptography and not by checksums: show signed or authenticated messages on the wire.',
    'SR 3.2':
        'Malicious code is kept out, found or prevented from running on every machine that could run it: ' +
        'name the means for each.',
    'SR 3.2 RE 1':
        'Everything that comes in or goes out is checked at entry and exit points: mail, files, media and ' +
        'remote sessions.',
    'SR 3.2 RE 2':
        'The protection against malicious code is managed in one place, which shows where it is missing or ' +
        'out of date.',
    'SR 3.3':
        'It can be tested that the security functions work: show the test from commissioning and the last shutdown.',
    'SR 3.3 RE 1': 'The tests of the security functions run automatically: show the tool and its report.',
    'SR 3.3 RE 2': 'The security functions are tested while the plant runs, without disturbing it.',
    'SR 3.4': 'Unauthorised changes to programs, configurations and stored data are found: show the comparison.',
    'SR 3.4 RE 1': 'The system itself reports when such a change is found.',
    'SR 3.5':
        'Inputs that control the process are checked for form and range before they are used: show a refused one.',
    'SR 3.6': 'If an attack or a fault stops normal operation, outputs go to a predefined state.',
    'SR 3.7': 'Errors are handled in a way that helps the operator and reveals nothing to an attacker.',
    'SR 3.8': 'A session cannot be taken over: a made-up or stolen session number is refused.',
    'SR 3.8 RE 1': 'A session number is not valid after the log-off.',
    'SR 3.8 RE 2': 'Every session gets a unique number, and unknown numbers are detected.',
    'SR 3.8 RE 3': 'Session numbers cannot be guessed, because they come from a good random source.',
    'SR 3.9':
        'Records cannot be read, changed or deleted without the right to do so: show the rights on logs and log tools.',
    'SR 3.9 RE 1': 'Records are written to a medium that hardware protects against rewriting.',

    'SR 4.1': 'Confidential information is identified, and only authorised people can read it, stored or in transit.',
    'SR 4.1 RE 1': 'Confidential data is encrypted when stored and when it passes networks of others.',
    'SR 4.1 RE 2': 'Confidential data is protected whenever it crosses the boundary of a zone.',
    'SR 4.2':
        'Confidential data is erased from devices before they are taken out of service: show how, and the ' +
        'record of the last one.',
    'SR 4.2 RE 1': 'Memory shared between users or programs does not leak data from one to the next.',
    'SR 4.3': 'Cryptography uses accepted algorithms, key lengths and key management: list them for each product.',

    'SR 5.1':
        'Control networks are separated from others, and critical ones from less critical ones: show the ' +
        'addressing and the boundaries.',
    'SR 5.1 RE 1':
        'The separation is physical: control networks have switches and cables that no other network shares.',
    'SR 5.1 RE 2':
        'Control networks have their own services such as DNS, time and accounts, and run when the office ' +
        'network is not available.',
    'SR 5.1 RE 3': 'The most critical networks are separated from all others, physically and logically.',
    'SR 5.2': 'Traffic across the boundary of a zone is monitored and filtered: show the device and its rules.',
    'SR 5.2 RE 1': 'Only listed traffic passes: show the last rule of every boundary, which drops everything.',
    'SR 5.2 RE 2':
        'The boundary can be closed on demand, and the zone continues alone: show the procedure and the last drill.',
    'SR 5.2 RE 3': 'If the boundary device fails, no traffic passes, and the plant stays safe.',
    'SR 5.3': 'Mail, chat and social media from outside do not reach the control system.',
    'SR 5.3 RE 1': 'Mail, chat and similar messages are neither received nor sent in the control system.',
    'SR 5.4':
        'Data, applications and services can be separated by criticality, on different machines or by ' +
        'partitions in one.',

    'SR 6.1': 'Investigators can read the records but not change them: show an account for it.',
    'SR 6.1 RE 1': 'Tools can fetch the records through an interface: show the collector.',
    'SR 6.2':
        'Security is monitored continuously, so that an attack is detected and reported soon: show the ' +
        'monitoring and who reviews it.',

    'SR 7.1':
        'Under a flood of traffic the essential functions continue: show a load test, or the limits in the devices.',
    'SR 7.1 RE 1': 'The communication load is limited where it could do harm: show rate limits or reserved bandwidth.',
    'SR 7.1 RE 2': 'People and programs in the system cannot be used to flood others: show limits on outgoing traffic.',
    'SR 7.2':
        'Security functions do not take resources from the control functions: show priorities and reserves ' +
        'of processor, memory and network.',
    'SR 7.3':
        'Everything needed for a rebuild is backed up without disturbing the plant: show the list and the ' +
        'last backups.',
    'SR 7.3 RE 1': 'Backups are tested: show the date and result of the last test.',
    'SR 7.3 RE 2': 'Backups are made automatically at set times: show the schedule.',
    'SR 7.4':
        'The system can be brought back to a known secure state after a failure: show the last restore drill and ' +
        'how long it took.',
    'SR 7.5': 'Switching to and from emergency power does not weaken security: show it in the test of the supply.',
    'SR 7.6':
        "Networks and security are configured as the supplier's guide says, and the settings can be viewed " +
        'and changed in one interface.',
    'SR 7.6 RE 1': 'The current settings can be exported for automatic comparison: show the file.',
    'SR 7.7': 'What is not needed is disabled: show closed ports, stopped services and removed programs.',
    'SR 7.8':
        'There is a list of all components with their properties, made or checked by the system itself: show it ' +
        'and its date.',
};

/**
 * What a requirement comes down to, in one sentence.
 * @param id of IEC 62443-3-3, such as `SR 5.2 RE 1`
 * @returns `undefined` where the standard has no such requirement
 */
export function plainOf(id: string): string | undefined {
    return Object.hasOwn(sentences, id) ? sentences[id] : undefined;
}
