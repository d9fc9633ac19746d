# Taking part in the debate with a pen.
citizen-form-intro = Your question, your opinion or what you have lived, in a few legible words. One part is enough. Hand this sheet in at the desk.
citizen-form-question = My question
citizen-form-opinion = My opinion
citizen-form-testimony = What I have lived
citizen-form-length = At most { $most } characters, without name, address or phone number.
citizen-form-agreement = I agree that this text is typed in and, if it is accepted, shown publicly without my name.
citizen-form-notice = What becomes of this sheet
citizen-form-notice-read = A person of the team types your text; another one reads it and decides by the charter of the debate.
citizen-form-notice-shown = If it is accepted, it is shown under a reference such as Q-12, with the place where the sheet was handed in.
citizen-form-notice-name = We do not ask for your name. Several texts of one sheet are kept together under a pseudonym.
citizen-form-notice-kept = The sheet is destroyed once it is typed. Published texts are part of the debate and of its open data.
citizen-form-notice-rights = You can have your text taken back at any time by telling the team its reference.
citizen-form-notice-city = { $city } is responsible for this debate.
citizen-form-slip = Keep this. The reference of your contribution (the team writes it here):
