"""Asks LibreOffice about the signatures of packages, in one start of it.

Run by the system's Python (python3-uno): verify-signatures.py PROFILE FILE...
Prints one JSON list for each file, in order: what LibreOffice says of each signature, or {"error": ...}.
"""
import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.embed.ElementModes import READ


def connected(process, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(1200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if process.poll() is not None:
                raise SystemExit(f"soffice ended with {process.returncode}")
            time.sleep(0.1)
    raise SystemExit("soffice did not answer")


def said(context, file):
    manager = context.ServiceManager
    storages = manager.createInstanceWithContext("com.sun.star.embed.StorageFactory", context)
    package = PropertyValue()
    package.Name, package.Value = "StorageFormat", "ZipFormat"
    arguments = (uno.systemPathToFileUrl(file), READ, uno.Any("[]com.sun.star.beans.PropertyValue", (package,)))
    storage = uno.invoke(storages, "createInstanceWithArguments", (arguments,))
    signatures = manager.createInstanceWithContext("com.sun.star.security.DocumentDigitalSignatures", context)
    found = signatures.verifyDocumentContentSignatures(storage, None)
    return [
        {
            "valid": one.SignatureIsValid,
            "partial": one.PartialDocumentSignature,
            "certificate": one.CertificateStatus,
            "subject": one.Signer.SubjectName if one.Signer else None,
            "date": one.SignatureDate,
            "time": one.SignatureTime,
        }
        for one in found
    ]


def main(profile, files):
    pipe = f"countersign-{os.getpid()}"
    options = [f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}", "--headless", "--norestore", "--nologo"]
    process = subprocess.Popen(["soffice", *options, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL)
    try:
        context = connected(process, pipe)
        for file in files:
            try:
                answer = said(context, file)
            except Exception as error:
                answer = {"error": str(error)}
            print(json.dumps(answer), flush=True)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        desktop.terminate()
        process.wait(30)
    finally:
        if process.poll() is None:
            process.kill()


main(sys.argv[1], sys.argv[2:])
