;;; Drives the server through Eglot, and prints one line for each thing that was tried: `ok <what>` or `failed <what>: <why>`.  -*- lexical-binding: t -*-
;; Started in a folder with settings.el (the settings of docs/editors.md), main.iacs and parts/control room.iacs.

(package-initialize)
(require 'eglot)
(require 'flymake)
(setq eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 30
      make-backup-files nil
      create-lockfiles nil)
(load (expand-file-name "settings.el") nil t)

(defmacro tried (what &rest body)
  (declare (indent 1))
  `(condition-case why
       (progn ,@body (message "ok %s" ,what))
     (error (message "failed %s: %s" ,what (replace-regexp-in-string "\n" " " (format "%S" why))))))

(defun until (what holds)
  "Waits until HOLDS answers; WHAT says for what."
  (let ((count 0))
    (while (and (not (funcall holds)) (< count 200))
      (setq count (1+ count))
      (accept-process-output nil 0.1))
    (unless (funcall holds) (error "Waited in vain: %s" what))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun go (piece &optional more)
  (goto-char (point-min))
  (search-forward piece)
  (goto-char (+ (match-beginning 0) (or more 0))))

(defun messages ()
  (flymake-start)
  (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\n"))

(find-file "main.iacs")
;; Eglot connects after the command that opened the file; without a keyboard nobody runs that hook.
(run-hooks 'post-command-hook)
(defvar main (current-buffer))

(tried "shows what is wrong in Emacs"
  (until "a finding about the missing conduit" (lambda () (string-match-p "conduit" (messages)))))

(tried "completes in Emacs"
  (go "asset Mirror")
  (end-of-line)
  (insert "\n  asset Jump : jump-h")
  (let* ((found (eglot-completion-at-point))
         (words (all-completions "jump-h" (nth 2 found))))
    (unless (member "jump-host" words) (error "%S" words)))
  (insert "ost")
  ;; Eglot sends changes when the user pauses; without a keyboard nobody does.
  (eglot--signal-textDocument/didChange))

(tried "goes to a definition in another file in Emacs"
  (go "Control.Plc1" 9)
  (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
  (unless (string-match-p "control room.iacs" (buffer-name)) (error "%s" (buffer-name)))
  (run-hooks 'post-command-hook)
  (switch-to-buffer main))

(tried "renames across files in Emacs"
  (go "Control.Plc1" 9)
  (eglot-rename "Filler")
  (unless (string-match-p "Control\\.Filler" (text)) (error "%s" (text)))
  (with-current-buffer (find-file-noselect "parts/control room.iacs")
    (unless (string-match-p "asset Filler : plc" (text)) (error "%s" (text)))
    (save-buffer))
  (until "the finding about the missing conduit stays" (lambda () (string-match-p "conduit" (messages)))))

(tried "formats in Emacs"
  (go "kind dmz")
  (insert "      ")
  (eglot-format-buffer)
  (unless (string-match-p "\n  kind dmz\n" (text)) (error "%s" (text))))

(tried "applies a quick fix in Emacs"
  (go "flow Control.Filler" 6)
  (let* ((offered (eglot-code-actions (point) (1+ (point)) "quickfix"))
         (fixes (seq-filter (lambda (action) (and (plist-get action :edit) (string-match-p "conduit" (plist-get action :title))
                                                  (not (string-prefix-p "Accept" (plist-get action :title)))))
                            offered)))
    (unless fixes (error "No fix makes a conduit: %S" (mapcar (lambda (action) (plist-get action :title)) offered)))
    (eglot--apply-workspace-edit (plist-get (car fixes) :edit) nil))
  (unless (string-match-p "\nconduit " (text)) (error "%s" (text))))

(tried "ends with Emacs"
  (eglot-shutdown (eglot-current-server))
  (when (eglot-current-server) (error "It still runs")))

(set-buffer-modified-p nil)
(kill-emacs 0)
